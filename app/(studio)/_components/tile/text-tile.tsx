import { besideSelect } from "./beside-select";
import { OpenButton } from "./open-button";
import type { TileProps } from "./tile-props";

/** The beginning of a text, which fades where the box ends. */
export function TextTile({ generation, name, tabIndex, onOpen }: TileProps) {
  return (
    <OpenButton
      tabIndex={tabIndex}
      onOpen={onOpen}
      name={name}
      // Below the buttons that come with a pointer, which would hide the first line while it is read.
      className="block size-full overflow-hidden p-5 text-left align-top pointer-fine:pt-13"
    >
      <span
        className={`block h-full overflow-hidden whitespace-pre-wrap break-words pr-8 font-serif text-lg leading-snug [mask-image:linear-gradient(#000_calc(100%-3.5rem),transparent)] ${besideSelect.line}`}
      >
        {generation.textContent}
      </span>
    </OpenButton>
  );
}
