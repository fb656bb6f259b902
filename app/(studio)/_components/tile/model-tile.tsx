import { Box, Rotate3d } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ModelView } from "../media/model-view";
import { useCaption } from "./describe-generation";
import { OpenButton } from "./open-button";
import type { TileProps } from "./tile-props";

/** A 3D model, which is loaded and turns when that is asked for. */
export function ModelTile({ generation, name, tabIndex, onOpen }: TileProps) {
  const t = useTranslations("studio.tile");
  const caption = useCaption()(generation);
  const [isTurning, setIsTurning] = useState(false);
  if (isTurning && generation.storageUrl) return <ModelView url={generation.storageUrl} label={caption} />;
  return (
    <div className="flex size-full flex-col justify-between bg-linear-to-br from-accent/15 via-surface to-sunken p-4">
      <OpenButton tabIndex={tabIndex} onOpen={onOpen} name={name}>
        <span className="line-clamp-3 font-serif text-xl leading-tight">{caption}</span>
        <span className="mt-1 flex items-center gap-1.5 text-muted text-xs">
          <Box size={13} /> {t("model")}
        </span>
      </OpenButton>
      {generation.storageUrl && (
        <button
          type="button"
          tabIndex={tabIndex}
          onClick={() => setIsTurning(true)}
          aria-label={t("turnNamed", { name })}
          className="flex items-center gap-2 self-start rounded-full border bg-surface px-3.5 py-1.5 font-medium text-sm hover:bg-sunken pointer-coarse:min-h-11"
        >
          <Rotate3d size={16} /> {t("turn")}
        </button>
      )}
    </div>
  );
}
