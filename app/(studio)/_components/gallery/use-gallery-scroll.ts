import { type RefObject, startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useScrollArea } from "../board-layout";
import { GalleryScroll } from "./gallery-scroll";
import type { Arrangement } from "./layout/box";
import { chooseRange, type Range } from "./layout/choose-range";
import { type GalleryLayout, type PlacedSection, sectionsBetween } from "./layout/layout-gallery";

/** Scrolls a layout. `sections` are those to be rendered, and `range` is what of them. */
export function useGalleryScroll(
  layout: GalleryLayout,
  arrangement: Arrangement,
  host: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLElement | null>,
): { scroll: GalleryScroll; range: Range; sections: PlacedSection[] } {
  const area = useScrollArea();
  const [scroll] = useState(() => new GalleryScroll());
  const [range, setRange] = useState<Range>({ from: 0, to: 1200 });
  const shown = useRef(range);
  const look = useRef(arrangement);
  look.current = arrangement;

  const update = useCallback(() => {
    const { position, screen } = scroll;
    const next = chooseRange(shown.current, position, screen, look.current);
    if (next === shown.current) return;
    const isBlank = shown.current.to < position || shown.current.from > position + screen;
    shown.current = next;
    // Where nothing is there, the screen comes at once; what lies around it is rendered in slices.
    if (isBlank) setRange({ from: position, to: position + screen });
    startTransition(() => setRange(next));
  }, [scroll]);

  // The area lies around the gallery, so that it is there only after its layout effects.
  useEffect(() => {
    if (!area.current || !host.current || !canvas.current) return;
    const stopListening = scroll.listen(update);
    const detach = scroll.attach(area.current, host.current, canvas.current);
    const resized = new ResizeObserver(update);
    resized.observe(area.current);
    return () => {
      stopListening();
      detach();
      resized.disconnect();
    };
  }, [scroll, area, host, canvas, update]);

  const sections = sectionsBetween(layout, range.from, range.to);
  const base = sections[0]?.top ?? 0;
  useLayoutEffect(() => {
    scroll.setLayout(layout);
    scroll.setBase(base);
    update();
  }, [scroll, layout, base, update]);
  return { scroll, range, sections };
}
