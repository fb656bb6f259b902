import { useInputArtifacts } from "@boards/client";
import { Layers } from "lucide-react";
import { useTranslations } from "use-intl";
import { triggerOf, useCaption } from "./describe-generation";
import { Thumbnail } from "./thumbnail";
import type { TileProps } from "./tile-props";

const mostShown = 8;

/** LoRA weights: what they were trained on, and the words that call for it. */
export function LoraTile({ generation, name, tabIndex, onOpen }: TileProps) {
  const t = useTranslations("studio.tile");
  const caption = useCaption()(generation);
  const { inputs } = useInputArtifacts(generation.id);
  const trigger = triggerOf(generation);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={t("openNamed", { name })}
      className="flex size-full flex-col justify-between gap-3 bg-linear-to-br from-accent/15 via-surface to-sunken p-4 text-left"
    >
      <span className="min-h-0 overflow-hidden pr-10">
        <span className="line-clamp-2 font-serif text-xl leading-tight">{trigger ?? caption}</span>
        <span className="mt-1 flex items-center gap-1.5 text-muted text-xs">
          <Layers size={13} /> {inputs.length > 0 ? t("trainedOn", { count: inputs.length }) : t("lora")}
        </span>
      </span>
      {inputs.length > 0 && (
        <span className="grid grid-cols-4 gap-1.5">
          {inputs.slice(0, mostShown).map(({ generation: source }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one image may be used twice
            <span key={index} className="block aspect-square overflow-hidden rounded-md">
              <Thumbnail generation={source ?? undefined} />
            </span>
          ))}
        </span>
      )}
    </button>
  );
}
