import type { BoardGeneration } from "@boards/client";
import { Thumbnail } from "../tile/thumbnail";
import type { Zoom } from "./zoom";

/** The look of the name of what is compared, on it. */
export const comparedName = "min-w-0 truncate rounded-full bg-black/65 px-3 py-1 text-white text-xs";

/** What is compared, as large as its box, at the zoom that all share. */
export function ComparedMedia({ generation, name, zoom: { scale, x, y } }: { generation: BoardGeneration; name: string; zoom: Zoom }) {
  const { artifactType, storageUrl, large, medium } = generation;
  const look = "pointer-events-none absolute inset-0 size-full select-none object-contain";
  const style = { transform: `translate(${x * 100}%, ${y * 100}%) scale(${scale})` };
  if (artifactType === "IMAGE" && (storageUrl || large || medium))
    return <img src={storageUrl ?? large ?? medium ?? undefined} alt={name} draggable={false} className={look} style={style} />;
  if (artifactType === "VIDEO" && storageUrl)
    return <video data-compared src={storageUrl} aria-label={name} muted loop playsInline preload="auto" className={look} style={style} />;
  return (
    <span className="absolute inset-0 grid place-items-center p-6">
      <span className="size-40 overflow-hidden rounded-xl">
        <Thumbnail generation={generation} />
      </span>
    </span>
  );
}
