import { useState } from "react";
import { useTranslations } from "use-intl";
import { useMediaQuery } from "@/lib/ui/use-media-query";
import { Unavailable } from "./unavailable";
import type { ViewedGeneration } from "./viewer-media";

const fitting = "max-h-[75dvh] max-w-full rounded-lg object-contain shadow-lg lg:max-h-[86dvh]";

/** A video with controls, or its poster where this browser cannot play it. It begins by itself unless people want less motion. */
export function ViewerVideo({ generation, label }: { generation: ViewedGeneration; label: string }) {
  const t = useTranslations("studio.viewer");
  const isStill = useMediaQuery("(prefers-reduced-motion: reduce)");
  const [canPlay, setCanPlay] = useState(true);
  const { storageUrl, large, width, height } = generation;
  if (!canPlay)
    return (
      <div className="grid justify-items-center gap-4">
        {large && <img src={large} alt={label} className={fitting} />}
        <Unavailable sentence={t("cannotPlay")} />
      </div>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what a generator makes comes without captions
    <video
      src={storageUrl ?? undefined}
      poster={large ?? undefined}
      width={width ?? undefined}
      height={height ?? undefined}
      controls
      autoPlay={!isStill}
      loop
      playsInline
      aria-label={label}
      className={`${fitting} h-auto w-auto`}
      onError={() => setCanPlay(false)}
    />
  );
}
