import type { BoardGeneration } from "@boards/client";
import { ArrowLeft, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCaption } from "../../../../../_components/tile/describe-generation";
import { Thumbnail } from "../../../../../_components/tile/thumbnail";

interface SlotItemProps {
  title: string;
  number: number;
  count: number;
  /** Undefined while it is loaded, null when it is gone. */
  generation: BoardGeneration | null | undefined;
  onRemove: () => void;
  /** For what can only be changed, not added to. */
  onReplace: (() => void) | undefined;
  onMoveForward: (() => void) | undefined;
}

/** What is seen of a button; a finger has more around it. */
const disc = "grid size-6 place-items-center rounded-full bg-black/70 text-white";

/** An artifact that stands in an input, with its name over it. */
export function SlotItem({ title, number, count, generation, onRemove, onReplace, onMoveForward }: SlotItemProps) {
  const t = useTranslations("studio.slot");
  const captionOf = useCaption();
  const caption = generation ? captionOf(generation) : generation === null ? t("gone") : "";
  const label = count > 1 ? t("numbered", { title, number }) : title;
  const image = (
    <>
      <Thumbnail generation={generation ?? undefined} />
      <span className="absolute inset-x-0 bottom-0 truncate bg-black/65 px-1 py-0.5 text-[10px] text-white leading-3">
        {generation === null ? t("gone") : label}
      </span>
    </>
  );
  return (
    <div className="group/item relative h-12 w-16 sm:h-16 sm:w-20 shrink-0 overflow-hidden rounded-xl border pointer-coarse:w-24" title={caption}>
      {onReplace ? (
        <button type="button" aria-label={t("replace", { title, caption })} onClick={onReplace} className="size-full">
          {image}
        </button>
      ) : (
        image
      )}
      <button
        type="button"
        aria-label={t("remove", { number, title })}
        onClick={onRemove}
        className="absolute top-0 right-0 grid size-7 content-start justify-items-end p-0.5 pointer-coarse:size-11"
      >
        <span className={disc}>
          <X size={13} aria-hidden />
        </span>
      </button>
      {onMoveForward && (
        <button
          type="button"
          aria-label={t("moveForward", { number, title })}
          onClick={onMoveForward}
          className="absolute top-0 left-0 grid size-7 content-start justify-items-start p-0.5 pointer-coarse:size-11"
        >
          <span className={disc}>
            <ArrowLeft size={13} aria-hidden />
          </span>
        </button>
      )}
    </div>
  );
}
