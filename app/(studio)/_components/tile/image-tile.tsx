import { OpenButton } from "./open-button";
import { PreviewImage } from "./preview-image";
import type { TileProps } from "./tile-props";

/** An image. */
export function ImageTile({ generation, box, name, tabIndex, onOpen }: TileProps) {
  return (
    <OpenButton tabIndex={tabIndex} onOpen={onOpen} name={name} className="block size-full">
      <PreviewImage generation={generation} box={box} />
    </OpenButton>
  );
}
