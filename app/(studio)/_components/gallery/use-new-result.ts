import { type GalleryFilter, type GallerySort, useOwnGenerations } from "@boards/client";
import { useEffect, useRef, useState } from "react";
import type { GalleryScroll } from "./gallery-scroll";
import type { GalleryLayout } from "./layout/layout-gallery";

/** Whether new results come onto the screen, or nearly. */
function isNear(scroll: GalleryScroll, layout: GalleryLayout, sort: GallerySort): boolean {
  return sort === "NEWEST" ? scroll.position < scroll.screen / 2 : scroll.position > layout.height - 2 * scroll.screen;
}

/** Shows what was just asked for: scrolls to it from nearby; from further away it answers what the pill that leads there is to say. */
export function useNewResult(boardId: string | null, layout: GalleryLayout, scroll: GalleryScroll, filter: GalleryFilter, sort: GallerySort) {
  const own = useOwnGenerations(boardId);
  const newest = own.at(-1);
  const seen = useRef(newest?.id);
  const isAwaited = useRef(false);
  const [pill, setPill] = useState<"away" | "hidden" | null>(null);

  useEffect(() => {
    if (!newest || seen.current === newest.id) return;
    seen.current = newest.id;
    // Only of types it is known here whether they are shown; by any other filter a new result is mostly not.
    const { artifactTypes, ...others } = filter;
    const isHidden = Object.keys(others).length > 0 || (artifactTypes?.length ? !artifactTypes.includes(newest.artifactType) : false);
    isAwaited.current = !isHidden && isNear(scroll, layout, sort);
    setPill(isHidden ? "hidden" : isAwaited.current ? null : "away");
  }, [scroll, newest, layout, sort, filter]);

  // It stands in the gallery only with a later layout.
  useEffect(() => {
    if (!newest || !isAwaited.current) return;
    const edge = sort === "NEWEST" ? layout.sections[0] : layout.sections.at(-1);
    if (!edge?.cards?.some(({ ids }) => ids.includes(newest.id))) return;
    isAwaited.current = false;
    scroll.jumpTo(sort === "NEWEST" ? -scroll.screen : layout.height);
  }, [scroll, layout, newest, sort]);

  useEffect(() => scroll.listen(() => setPill((now) => (now === "away" && isNear(scroll, layout, sort) ? null : now))), [scroll, layout, sort]);
  return { pill, dismiss: () => setPill(null) };
}
