import { SoundPlayer } from "../media/sound-player";
import { besideSelect } from "./beside-select";
import { useCaption } from "./describe-generation";
import { OpenButton } from "./open-button";
import type { TileProps } from "./tile-props";

/** A sound, which plays where it stands. */
export function AudioTile({ generation, name, tabIndex, onOpen }: TileProps) {
  const caption = useCaption()(generation);
  return (
    <div className="flex size-full flex-col justify-between bg-linear-to-br from-accent/15 via-surface to-sunken p-4">
      <OpenButton tabIndex={tabIndex} onOpen={onOpen} name={name}>
        <span className={`line-clamp-3 font-serif text-xl leading-tight ${besideSelect.line}`}>{caption}</span>
        <span className="mt-1 block max-w-full truncate text-muted text-xs">{generation.generatorTitle}</span>
      </OpenButton>
      <SoundPlayer
        key={generation.id}
        url={generation.storageUrl}
        seconds={generation.durationSeconds}
        peaks={generation.peaks}
        name={name}
        tabIndex={tabIndex}
      />
    </div>
  );
}
