import clsx from "clsx";
import { OpenButton } from "./open-button";
import { narrowTile, type TileProps } from "./tile-props";

/** The beginning of a text, which fades where the box ends. */
export function TextTile({ generation, box, name, tabIndex, onOpen }: TileProps) {
  return (
    <OpenButton
      tabIndex={tabIndex}
      onOpen={onOpen}
      name={name}
      // Below the tile's buttons, or beside them, which would hide words that are being read.
      className={clsx("block size-full overflow-hidden p-5 pt-14 text-left align-top", box.width < narrowTile && "pr-12")}
    >
      <span className="block h-full overflow-hidden whitespace-pre-wrap break-words font-serif text-lg leading-snug [mask-image:linear-gradient(#000_calc(100%-2rem),transparent)]">
        {generation.textContent}
      </span>
    </OpenButton>
  );
}
