import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { GalleryScroll } from "./gallery-scroll";
import { boxAt, type GalleryLayout, isWhole, placeOf, type TilePlace } from "./layout/layout-gallery";
import type { Destination } from "./layout/move-focus";

/** The tile that the focus is on or returns to, and ways to move it. */
export interface RovingFocus {
  activeId: string | null;
  /** Where that tile is; null where none is. */
  place: TilePlace | null;
  /** Whether the tile must exist although it is not on the screen. */
  isPinned: boolean;
  goTo: (to: Destination) => void;
  /** Makes a result the active one and brings it onto the screen, while the focus is elsewhere. */
  follow: (id: string) => void;
  /** Gives the focus back to the active tile. */
  refocus: () => void;
  handlers: { onFocus: (event: FocusEvent) => void; onBlur: (event: FocusEvent) => void };
}

/** One tab stop for the whole gallery: holds which tile it is, and brings the focus to tiles that are not loaded or rendered yet. */
export function useRovingFocus(layout: GalleryLayout, scroll: GalleryScroll, canvas: RefObject<HTMLElement | null>): RovingFocus {
  const [active, setActive] = useState<{ id: string; place: TilePlace } | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  /** The tile that gets the focus as soon as it is the active one and exists. */
  const wantedId = useRef<string | null>(null);
  const pending = useRef<{ key: string; enter: "start" | "end"; isLast: boolean } | null>(null);
  /** What had the focus when it was told where to go: whoever has moved it elsewhere meanwhile keeps it there. */
  const leftFrom = useRef<Element | null>(null);
  const place = useMemo(() => active && placeOf(layout, active.id, active.place.section), [layout, active]);

  const goTo = useCallback(
    (to: Destination) => {
      const placed = layout.sections[to.section];
      if (!placed) return;
      leftFrom.current = document.activeElement;
      if ("enter" in to) {
        // Which section is the last one may be told only later.
        const isLast = to.enter === "end" && to.section === layout.sections.length - 1;
        pending.current = { key: placed.section.key, enter: to.enter, isLast };
        const near = to.enter === "start" ? placed.top : placed.bottom;
        scroll.reveal(near, near);
        return;
      }
      const id = placed.cards?.[to.card]?.item.id;
      const box = boxAt(layout, to);
      if (!id || !box) return;
      pending.current = null;
      wantedId.current = id;
      setActive({ id, place: to });
      scroll.reveal(to.card === 0 ? placed.top : box.y, box.y + box.height);
    },
    [layout, scroll],
  );

  const latest = useRef(layout);
  latest.current = layout;
  const follow = useCallback(
    (id: string) => {
      const at = placeOf(latest.current, id);
      const box = at && boxAt(latest.current, at);
      if (!at || !box) return;
      setActive({ id, place: at });
      scroll.reveal(box.y, box.y + box.height);
    },
    [scroll],
  );

  // What was waited for is loaded, or the active tile has gone: its place goes to the next one.
  useLayoutEffect(() => {
    const { key, enter, isLast } = pending.current ?? {};
    if (key && hasMovedOn(leftFrom.current, canvas.current)) pending.current = null;
    else if (key) {
      const section = isLast ? layout.sections.length - 1 : layout.sections.findIndex((each) => each.section.key === key);
      const placed = layout.sections[section];
      if (placed?.cards?.length && enter === "start") return goTo({ section, card: 0 });
      if (placed?.cards?.length && isWhole(placed) && (!isLast || layout.isComplete)) return goTo({ section, card: placed.cards.length - 1 });
      if (placed && isLast) scroll.reveal(placed.bottom, placed.bottom);
    }
    if (!active || place) return;
    const successor = successorOf(layout, active.place);
    if (successor && hasFocus) goTo(successor);
    else setActive(null);
  }, [layout, active, place, hasFocus, goTo, scroll, canvas]);

  useLayoutEffect(() => {
    if (!active || wantedId.current !== active.id) return;
    const cell = canvas.current?.querySelector<HTMLElement>(`[data-generation="${CSS.escape(active.id)}"]`);
    if (!cell) return;
    wantedId.current = null;
    if (!hasMovedOn(leftFrom.current, canvas.current)) cell.focus({ preventScroll: true });
  });

  const onFocus = useCallback(
    ({ target }: FocusEvent) => {
      setHasFocus(true);
      const id = target.closest("[data-cell]")?.getAttribute("data-generation");
      const at = id ? placeOf(layout, id) : null;
      if (id && at) setActive((before) => (before?.id === id ? before : { id, place: at }));
    },
    [layout],
  );
  const onBlur = useCallback(({ currentTarget, relatedTarget, target }: FocusEvent) => {
    // An element that is taken away loses the focus without anyone having moved it.
    if (target.isConnected && !currentTarget.contains(relatedTarget as Node | null)) setHasFocus(false);
  }, []);
  const refocus = useCallback(() => {
    if (!active) return;
    leftFrom.current = null;
    wantedId.current = active.id;
    setActive({ ...active });
  }, [active]);
  return {
    activeId: place ? (active?.id ?? null) : null,
    place,
    isPinned: hasFocus || wantedId.current !== null,
    goTo,
    follow,
    refocus,
    handlers: useMemo(() => ({ onFocus, onBlur }), [onFocus, onBlur]),
  };
}

/** Whether someone has moved the focus away from `from`, to what is outside of the gallery. */
function hasMovedOn(from: Element | null, canvas: HTMLElement | null): boolean {
  const now = document.activeElement;
  return from !== null && now !== null && now !== from && now !== document.body && !canvas?.contains(now);
}

/** The tile that took the place of one that has gone, or the one before it. */
function successorOf({ sections }: GalleryLayout, { section, card }: TilePlace): TilePlace | null {
  for (const index of [section, section - 1, section + 1]) {
    const count = sections[index]?.cards?.length ?? 0;
    if (count > 0) return { section: index, card: index === section ? Math.min(card, count - 1) : index < section ? count - 1 : 0 };
  }
  return null;
}
