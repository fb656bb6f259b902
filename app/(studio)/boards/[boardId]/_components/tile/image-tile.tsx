import { useTranslations } from "use-intl";
import { PreviewImage } from "./preview-image";
import type { TileProps } from "./tile-props";

/** An image. */
export function ImageTile({ generation, box, name, tabIndex, onOpen }: TileProps) {
  const t = useTranslations("studio.tile");
  return (
    <button type="button" tabIndex={tabIndex} onClick={onOpen} aria-label={t("openNamed", { name })} className="block size-full">
      <PreviewImage generation={generation} box={box} />
    </button>
  );
}
