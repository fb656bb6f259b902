import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { moved, whole, zoomed } from "./zoom";

const keyStep = 0.1;

/** One zoom for all that is compared: by wheel, pinch of a trackpad, drag and keys. `area` holds the panes, each of which has `data-pane`. */
export function useSyncedZoom() {
  const [zoom, setZoom] = useState(whole);
  const area = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());

  useEffect(() => {
    const host = area.current;
    if (!host) return;
    // React listens passively, where the page could not be kept from scrolling.
    const onWheel = (event: WheelEvent) => {
      const pane = (event.target as Element).closest("[data-pane]");
      if (!pane) return;
      event.preventDefault();
      const { left, top, width, height } = pane.getBoundingClientRect();
      const at = { x: (event.clientX - left) / width - 0.5, y: (event.clientY - top) / height - 0.5 };
      setZoom((before) => zoomed(before, Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400)), at));
    };
    host.addEventListener("wheel", onWheel, { passive: false });
    return () => host.removeEventListener("wheel", onWheel);
  }, []);

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!(event.target as Element).closest("[data-pane]")) return;
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const last = pointers.current.get(event.pointerId);
      const pane = area.current?.querySelector("[data-pane]")?.getBoundingClientRect();
      if (!last || !pane) return;
      const now = { x: event.clientX, y: event.clientY };
      const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      pointers.current.set(event.pointerId, now);
      if (other) {
        const spread = (one: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);
        const factor = spread(now) / Math.max(1, spread(last));
        setZoom((before) => zoomed(before, factor));
      } else setZoom((before) => moved(before, { x: (now.x - last.x) / pane.width, y: (now.y - last.y) / pane.height }));
    },
    onPointerUp: ({ pointerId }: PointerEvent) => void pointers.current.delete(pointerId),
    onPointerCancel: ({ pointerId }: PointerEvent) => void pointers.current.delete(pointerId),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches("input, video, audio, [role=slider]")) return;
    const steps: Record<string, { x: number; y: number }> = {
      ArrowLeft: { x: keyStep, y: 0 },
      ArrowRight: { x: -keyStep, y: 0 },
      ArrowUp: { x: 0, y: keyStep },
      ArrowDown: { x: 0, y: -keyStep },
    };
    const by = steps[event.key];
    if (by) setZoom((before) => moved(before, by));
    else if (event.key === "+" || event.key === "=") setZoom((before) => zoomed(before, 1.5));
    else if (event.key === "-") setZoom((before) => zoomed(before, 1 / 1.5));
    else if (event.key === "0") setZoom(whole);
    else return;
    event.preventDefault();
  };
  return { zoom, area, handlers, onKeyDown, zoomBy: (factor: number) => setZoom((before) => zoomed(before, factor)), reset: () => setZoom(whole) };
}
