import { Pause, Play } from "lucide-react";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useMediaQuery } from "@/lib/ui/use-media-query";
import { OpenButton } from "./open-button";
import { PreviewImage } from "./preview-image";
import { frameAt, stripStyle } from "./strip";
import type { TileProps } from "./tile-props";

/** Of the tile's height, from below: where the pointer moves through the video. */
const scrubbedShare = 0.4;

/**
 * A video: its poster, which plays muted while the pointer or the focus is on it. In its lower part the pointer moves through it, by frames
 * that are there at once. Nothing plays by itself on touch, or for people who want less motion: a button plays it.
 */
export function VideoTile({ generation, box, name, isActive, tabIndex, onOpen }: TileProps) {
  const t = useTranslations("studio.tile");
  const mayPlayItself = useMediaQuery("(hover: hover) and (prefers-reduced-motion: no-preference)");
  const hasHover = useMediaQuery("(hover: hover)");
  const video = useRef<HTMLVideoElement>(null);
  /** Whether it was asked to play or to rest, until the pointer and the focus are gone. */
  const [asked, setAsked] = useState<boolean | null>(null);
  const [scrubbed, setScrubbed] = useState<number | null>(null);
  const { storageUrl, stripUrl, stripFrames, durationSeconds, width, height } = generation;
  const isPlaying = asked ?? (mayPlayItself && isActive);
  useEffect(() => {
    if (mayPlayItself && !isActive) setAsked(null);
  }, [mayPlayItself, isActive]);

  const onPointerMove = ({ currentTarget, clientX, clientY, pointerType }: PointerEvent) => {
    if (pointerType === "touch" || !stripUrl) return;
    const { left, bottom, width: shown, height: shownHeight } = currentTarget.getBoundingClientRect();
    const isBelow = bottom - clientY < shownHeight * scrubbedShare;
    const share = Math.min(Math.max((clientX - left) / shown, 0), 1);
    setScrubbed(isBelow ? share : null);
    if (isBelow && video.current && durationSeconds) video.current.currentTime = Math.min(share * durationSeconds, durationSeconds - 0.05);
  };
  return (
    <>
      <OpenButton
        tabIndex={tabIndex}
        onOpen={onOpen}
        name={name}
        onPointerMove={hasHover ? onPointerMove : undefined}
        onPointerLeave={() => setScrubbed(null)}
        className="block size-full"
      >
        <PreviewImage generation={generation} box={box} />
        {isPlaying && storageUrl && (
          <video ref={video} src={storageUrl} autoPlay muted loop playsInline preload="auto" className="absolute inset-0 size-full object-cover" />
        )}
        {isActive && scrubbed !== null && stripUrl && width && height && (
          <span
            data-strip
            className="absolute inset-0 bg-no-repeat"
            style={stripStyle(stripUrl, stripFrames, frameAt(scrubbed, stripFrames), box, width / height)}
          >
            <span className="absolute bottom-0 left-0 h-1 bg-accent" style={{ width: `${scrubbed * 100}%` }} />
          </span>
        )}
      </OpenButton>
      <span className="pointer-events-none absolute bottom-2 left-2 flex items-center gap-1 rounded-full bg-black/70 px-2 py-1 text-white text-xs tabular-nums">
        <Play size={11} fill="currentColor" /> {durationSeconds ? t("seconds", { seconds: durationSeconds }) : t("video")}
      </span>
      <button
        type="button"
        data-play
        tabIndex={tabIndex}
        onClick={() => setAsked(!isPlaying)}
        aria-label={isPlaying ? t("pauseNamed", { name }) : t("playNamed", { name })}
        className={
          !mayPlayItself && hasHover
            ? "absolute bottom-2 left-1/2 grid size-8 -translate-x-1/2 place-items-center rounded-full bg-black/70 text-white pointer-coarse:size-11"
            : "sr-only"
        }
      >
        {isPlaying ? <Pause size={14} fill="currentColor" /> : <Play size={14} fill="currentColor" />}
      </button>
    </>
  );
}
