import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { type GalleryScroll, toolbarHeight } from "./gallery-scroll";
import type { GalleryLayout } from "./layout/layout-gallery";
import { idsInBox, nothing, withIds } from "./selection";
import type { Selection } from "./use-selection";

/** A pointer that moves less is a click. */
const leastPx = 6;
/** So near the edge of the screen, the gallery scrolls under a box that is being drawn. */
const edgePx = 48;
const edgeStepPx = 24;

/** A box on the screen, in CSS pixels of the window. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Selects by a box that a mouse draws from an empty place: what it touches; with Ctrl, ⌘ or Shift besides what was selected. */
export function useBoxSelection(layout: GalleryLayout, scroll: GalleryScroll, selection: Selection, host: { current: HTMLElement | null }) {
  const [box, setBox] = useState<Box | null>(null);
  const latest = useRef({ layout, selection });
  latest.current = { layout, selection };
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const onPointerDown = useCallback(
    (down: PointerEvent<HTMLElement>) => {
      const target = down.target as Element;
      if (down.pointerType !== "mouse" || down.button !== 0 || target.closest("[data-cell], button, a, input, [role=slider], [role=toolbar]")) return;
      const screenTop = () => scroll.areaTop + toolbarHeight;
      const left = host.current?.getBoundingClientRect().left ?? 0;
      const start = { x: down.clientX - left, y: down.clientY - screenTop() + scroll.position };
      const before = down.ctrlKey || down.metaKey || down.shiftKey ? latest.current.selection.selected : nothing;
      let at = { x: down.clientX, y: down.clientY };
      let isDrawing = false;
      let timer: ReturnType<typeof setInterval> | undefined;
      const draw = () => {
        const end = { x: at.x - left, y: at.y - screenTop() + scroll.position };
        const [x, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
        const [y, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
        latest.current.selection.set(withIds(before, idsInBox(latest.current.layout, { left: x, top: y, right, bottom })));
        setBox({ left: x + left, top: y - scroll.position + screenTop(), width: right - x, height: bottom - y });
      };
      const scrollAtEdge = () => {
        const above = at.y - screenTop();
        const step = above < edgePx ? -edgeStepPx : above > scroll.screen - edgePx ? edgeStepPx : 0;
        if (step === 0) return;
        scroll.jumpTo(Math.max(0, scroll.position + step));
        draw();
      };
      const onMove = (move: globalThis.PointerEvent) => {
        at = { x: move.clientX, y: move.clientY };
        if (!isDrawing && Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) < leastPx) return;
        if (!isDrawing) timer = setInterval(scrollAtEdge, 30);
        isDrawing = true;
        draw();
      };
      const end = new AbortController();
      stop.current = () => {
        end.abort();
        clearInterval(timer);
        setBox(null);
      };
      // What is drawn over is not marked as text.
      down.preventDefault();
      window.addEventListener("pointermove", onMove, { signal: end.signal });
      window.addEventListener("pointerup", () => stop.current(), { signal: end.signal });
      window.addEventListener("pointercancel", () => stop.current(), { signal: end.signal });
    },
    [scroll, host],
  );
  return { box, onPointerDown };
}
