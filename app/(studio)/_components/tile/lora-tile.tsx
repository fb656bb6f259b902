import { useInputArtifacts } from "@boards/client";
import { Layers } from "lucide-react";
import { useTranslations } from "use-intl";
import { besideSelect } from "./beside-select";
import { triggerOf, useCaption } from "./describe-generation";
import { OpenButton } from "./open-button";
import { Thumbnail } from "./thumbnail";
import type { TileProps } from "./tile-props";

const mostShown = 8;

/** LoRA weights: what they were trained on, and the words that call for it. */
export function LoraTile({ generation, name, tabIndex, onOpen }: TileProps) {
  const t = useTranslations("studio.tile");
  const caption = useCaption()(generation);
  const { inputs } = useInputArtifacts(generation.id);
  const trigger = triggerOf(generation);
  // One image may have been given twice.
  const images = [...new Map(inputs.flatMap(({ generation: source }) => (source ? [[source.id, source]] : []))).values()];
  return (
    <OpenButton
      tabIndex={tabIndex}
      onOpen={onOpen}
      name={name}
      className="flex size-full flex-col justify-between gap-3 bg-linear-to-br from-accent/15 via-surface to-sunken p-4 text-left"
    >
      <span className="min-h-0 overflow-hidden pr-10">
        <span className={`line-clamp-2 font-serif text-xl leading-tight ${besideSelect.line}`}>{trigger ?? caption}</span>
        <span className="mt-1 flex items-center gap-1.5 text-muted text-xs">
          <Layers size={13} /> {images.length > 0 ? t("trainedOn", { count: images.length }) : t("lora")}
        </span>
      </span>
      {images.length > 0 && (
        <span className="grid grid-cols-4 gap-1.5">
          {images.slice(0, mostShown).map((source) => (
            <span key={source.id} className="block aspect-square overflow-hidden rounded-md">
              <Thumbnail generation={source} />
            </span>
          ))}
        </span>
      )}
    </OpenButton>
  );
}
