import { besideSelect } from "./beside-select";
import { OpenButton } from "./open-button";
import type { TileProps } from "./tile-props";

/** The beginning of a text, which fades where the box ends. */
export function TextTile({ generation, name, tabIndex, onOpen }: TileProps) {
  return (
    <OpenButton tabIndex={tabIndex} onOpen={onOpen} name={name} className="block size-full overflow-hidden p-5 text-left align-top">
      <span
        className={`block h-full overflow-hidden whitespace-pre-wrap break-words pr-8 font-serif text-lg leading-snug [mask-image:linear-gradient(#000_calc(100%-3.5rem),transparent)] ${besideSelect.line}`}
      >
        {generation.textContent}
      </span>
    </OpenButton>
  );
}
