import type { BoardGeneration } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { placeholderUrl } from "./placeholder";

interface ImageTileProps {
  generation: BoardGeneration;
  box: { width: number; height: number };
  name: string;
  onOpen: () => void;
  tabIndex: 0 | -1;
}

/** An image: the preview that fits its box and the screen's pixels, over a blurred placeholder until it is there. */
export function ImageTile({ generation, box, name, onOpen, tabIndex }: ImageTileProps) {
  const t = useTranslations("studio.tile");
  const [isLoaded, setIsLoaded] = useState(false);
  const { small, medium, large, placeholder, width, height } = generation;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={t("openNamed", { name })}
      className="block size-full bg-cover bg-sunken"
      // An image may be transparent: then nothing must be seen through it.
      style={isLoaded ? undefined : { backgroundImage: cssUrl(placeholderUrl(placeholder)) }}
    >
      <img
        src={small ?? undefined}
        srcSet={sourceSet([
          [small, 320],
          [medium, 640],
          [large, 1280],
        ])}
        sizes={`${shownWidth(box, width && height ? width / height : null)}px`}
        alt=""
        decoding="async"
        draggable={false}
        onLoad={() => setIsLoaded(true)}
        className="size-full object-cover"
      />
    </button>
  );
}

const cssUrl = (url: string | undefined) => url && `url("${url}")`;

/** How wide an image of this ratio is where it covers a box. */
export function shownWidth(box: { width: number; height: number }, ratio: number | null): number {
  return Math.round(Math.max(box.width, ratio === null ? 0 : box.height * ratio));
}

/** The previews that there are, each once: where there is no larger one, the next smaller one answers for it. */
export function sourceSet(previews: [url: string | null | undefined, width: number][]): string | undefined {
  const widths = new Map<string, number>();
  for (const [url, width] of previews) if (url && !widths.has(url)) widths.set(url, width);
  return [...widths].map(([url, width]) => `${url} ${width}w`).join(", ") || undefined;
}
