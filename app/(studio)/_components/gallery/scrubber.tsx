"use client";

import clsx from "clsx";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { dateOf } from "./gallery-day";
import type { GalleryScroll } from "./gallery-scroll";
import { type GalleryLayout, sectionAt } from "./layout/layout-gallery";
import { positionAt, type ScrubberStep, scrubberMarks, shareAt, stepSection } from "./layout/scrubber-marks";
import { useElementSize } from "./use-element-size";

const steps: Record<string, ScrubberStep> = {
  ArrowDown: "day",
  ArrowRight: "day",
  ArrowUp: "dayBack",
  ArrowLeft: "dayBack",
  PageDown: "month",
  PageUp: "monthBack",
  Home: "start",
  End: "end",
};

/** The bubble stays for so long after scrolling. */
const lingerMs = 1200;

interface ScrubberProps {
  layout: GalleryLayout;
  scroll: GalleryScroll;
}

/** The way to every date: a slider along the gallery with its years and months, which tells where one is. */
export function Scrubber({ layout, scroll }: ScrubberProps) {
  const t = useTranslations("studio.gallery");
  const format = useFormatter();
  const track = useRef<HTMLDivElement>(null);
  const { height: length } = useElementSize(track);
  const [position, setPosition] = useState(scroll.position);
  const [isDragged, setIsDragged] = useState(false);
  const [isLingering, setIsLingering] = useState(false);

  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout>;
    const stop = scroll.listen(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPosition(scroll.position));
      // At the top it is plain where one is.
      setIsLingering(scroll.position > 0);
      clearTimeout(timer);
      timer = setTimeout(() => setIsLingering(false), lingerMs);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [scroll]);

  const marks = useMemo(() => scrubberMarks(layout, scroll.screen, length), [layout, scroll, length]);
  const share = shareAt(layout, position, scroll.screen);
  const index = share >= 1 ? layout.sections.length - 1 : sectionAt(layout, position + 8);
  const day = layout.sections[index]?.section.day;
  if (!day) return null;

  const drag = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    // The first and the last pixel are the ends: where a pixel stands for many rows, the last of them could not be reached else.
    if (box) scroll.jumpTo(positionAt(layout, (event.clientY - box.top) / Math.max(1, Math.floor(box.height) - 1), scroll.screen));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = stepSection(layout, index, step);
    scroll.jumpTo(step === "end" ? layout.height : (layout.sections[to]?.top ?? 0));
  };
  const isBubbleShown = isDragged || isLingering;
  return (
    <div
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={t("scrubber")}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, layout.sections.length - 1)}
      aria-valuenow={index}
      aria-valuetext={t("scrubberAt", { day: dateOf(day), place: (layout.sections[index]?.first ?? 0) + 1, count: layout.count })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setIsDragged(true);
        drag(event);
      }}
      onPointerMove={(event) => isDragged && drag(event)}
      onPointerUp={() => setIsDragged(false)}
      onPointerCancel={() => setIsDragged(false)}
      className="group/scrubber relative h-full w-full cursor-ns-resize touch-none select-none rounded-lg before:absolute before:inset-y-0 before:right-0 before:w-11 sm:before:hidden"
    >
      {marks.map((mark) => (
        <span
          key={mark.day}
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute right-2 text-right sm:right-5 text-muted text-xs tabular-nums leading-none"
          style={{ top: `${mark.share * 100}%` }}
        >
          {mark.isYear ? (
            <span className="hidden rounded bg-canvas px-0.5 sm:inline">{mark.day.slice(0, 4)}</span>
          ) : (
            <span className="block size-1 rounded-full bg-line group-hover/scrubber:bg-muted" />
          )}
        </span>
      ))}
      <span
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute right-0 h-1 w-6 rounded-full bg-accent sm:right-1 sm:w-3"
        style={{ top: `${share * 100}%` }}
      />
      <span
        aria-hidden
        className={clsx(
          "-translate-y-1/2 pointer-events-none absolute right-full mr-1 whitespace-nowrap rounded-full bg-ink px-3 py-1.5 font-medium text-canvas text-sm shadow-lg transition-opacity",
          isBubbleShown ? "opacity-100" : "opacity-0 group-focus-visible/scrubber:opacity-100",
        )}
        style={{ top: `clamp(1rem, ${share * 100}%, calc(100% - 1rem))` }}
      >
        {format.dateTime(dateOf(day), "galleryDay")}
      </span>
    </div>
  );
}
