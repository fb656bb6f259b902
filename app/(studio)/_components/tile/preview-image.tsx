import type { BoardGeneration } from "@boards/client";
import { useState } from "react";
import { placeholderUrl } from "./placeholder";
import { previewSource, shownWidth } from "./source-set";

interface PreviewImageProps {
  generation: BoardGeneration;
  /** In CSS pixels; the image covers it. */
  box: { width: number; height: number };
}

/** The preview of an image or a video that fits its box and the screen's pixels, over a blurred placeholder until it is there. */
export function PreviewImage({ generation, box }: PreviewImageProps) {
  const [isLoaded, setIsLoaded] = useState(false);
  const { placeholder, width, height } = generation;
  const blurred = isLoaded ? undefined : placeholderUrl(placeholder);
  return (
    <img
      {...previewSource(generation)}
      sizes={`${shownWidth(box, width && height ? width / height : null)}px`}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={() => setIsLoaded(true)}
      className="size-full bg-cover bg-sunken object-cover"
      // Until it is there only: nothing must be seen through a transparent image.
      style={blurred ? { backgroundImage: `url("${blurred}")` } : undefined}
    />
  );
}
