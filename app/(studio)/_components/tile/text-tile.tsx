import { OpenButton } from "./open-button";
import type { TileProps } from "./tile-props";

/** The beginning of a text, which fades where the box ends. */
export function TextTile({ generation, name, tabIndex, onOpen }: TileProps) {
  return (
    <OpenButton
      tabIndex={tabIndex}
      onOpen={onOpen}
      name={name}
      // Below the tile's buttons, which would hide the first line while it is read.
      className="block size-full overflow-hidden p-5 pt-14 text-left align-top"
    >
      <span className="block h-full overflow-hidden whitespace-pre-wrap break-words font-serif text-lg leading-snug [mask-image:linear-gradient(#000_calc(100%-2rem),transparent)]">
        {generation.textContent}
      </span>
    </OpenButton>
  );
}
