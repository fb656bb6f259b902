import type { BoardGeneration } from "@boards/client";
import clsx from "clsx";
import { Check, RotateCcw, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { useTileName } from "../../_components/tile/describe-generation";
import { Thumbnail } from "../../_components/tile/thumbnail";
import { useDaysLeft } from "./use-days-left";

interface TrashedResultsProps {
  generations: readonly (BoardGeneration & { trashExpiresAt?: string | null; board: { title: string } })[];
  onRestore: (ids: string[]) => void;
  onDelete: (ids: string[]) => void;
}

/** How they stand, also before they are there. */
export const trashedGrid = "grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 lg:grid-cols-5 2xl:grid-cols-7";

/** So many are changed by one request. */
const mostChosen = 200;

/** The results in the trash: what is chosen can be restored, or deleted for good. */
export function TrashedResults({ generations, onRestore, onDelete }: TrashedResultsProps) {
  const t = useTranslations("studio.trash");
  const nameOf = useTileName();
  const daysLeft = useDaysLeft();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const [isDeleting, setIsDeleting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const ids = generations.map(({ id }) => id).filter((id) => chosen.has(id));
  const areAll = ids.length === Math.min(generations.length, mostChosen);
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id].slice(-mostChosen)));
  const finish = (act: (ids: string[]) => void) => {
    act(ids);
    setChosen(new Set());
    // What had the focus goes.
    heading.current?.focus();
  };
  return (
    <section>
      <div className="sticky top-0 z-10 -mx-2 mb-3 flex min-h-14 flex-wrap items-center gap-2 bg-canvas px-2 py-1.5">
        <h2 ref={heading} tabIndex={-1} className="grow font-serif text-2xl outline-none">
          {t("results")}
        </h2>
        <p role="status" className="text-muted text-sm tabular-nums">
          {ids.length > 0 ? t("chosen", { count: ids.length }) : ""}
        </p>
        <Button look="quiet" onClick={() => setChosen(areAll ? new Set() : new Set(generations.slice(0, mostChosen).map(({ id }) => id)))}>
          {areAll ? t("chooseNone") : t("chooseAll")}
        </Button>
        {ids.length > 0 && (
          <>
            <Button look="quiet" onClick={() => finish(onRestore)}>
              <RotateCcw size={16} aria-hidden /> {t("restore")}
            </Button>
            <Button look="quiet" className="text-danger" onClick={() => setIsDeleting(true)}>
              <Trash2 size={16} aria-hidden /> {t("delete")}
            </Button>
          </>
        )}
      </div>
      <ul className={trashedGrid}>
        {generations.map((generation) => {
          const { id, board, trashExpiresAt } = generation;
          const isChosen = chosen.has(id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => toggle(id)}
                className={clsx(
                  "group block w-full rounded-2xl text-left outline-offset-3",
                  isChosen && "ring-3 ring-accent ring-offset-3 ring-offset-canvas",
                )}
              >
                <span className="relative block aspect-square overflow-hidden rounded-2xl border bg-sunken">
                  <Thumbnail generation={generation} />
                  <span
                    className={clsx(
                      "absolute top-2 left-2 grid size-7 place-items-center rounded-full border-2 shadow",
                      isChosen ? "border-accent bg-accent text-on-accent" : "border-white/90 bg-black/35 text-transparent",
                    )}
                  >
                    <Check size={15} strokeWidth={3} aria-hidden />
                  </span>
                </span>
                <span className="mt-2 block truncate text-sm">{nameOf(generation)}</span>
                <span className="flex whitespace-pre text-muted text-xs">
                  <span className="truncate">{board.title}</span>
                  <span className="shrink-0"> · {daysLeft(trashExpiresAt)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        title={t("deleteTitle", { count: ids.length })}
        description={t("deleteText")}
        action={t("delete")}
        isOpen={isDeleting}
        onConfirm={() => finish(onDelete)}
        onClose={() => setIsDeleting(false)}
      />
    </section>
  );
}
