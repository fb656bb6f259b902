import { type RefObject, useEffect, useRef } from "react";
import { boundTileSize } from "./gallery-look";
import { tileSizes } from "./tile-sizes";

/** A wheel turned by so much doubles the size. */
const doublingDelta = 500;

const distance = (touches: TouchList) => {
  const [one, other] = [touches[0], touches[1]];
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
};

/** Changes the size of tiles by two fingers, on a screen or on a trackpad, and by ctrl and the wheel. */
export function useZoom(area: RefObject<HTMLElement | null>, tileSize: number, onSize: (size: number) => void) {
  const size = useRef(tileSize);
  size.current = tileSize;
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let start = { size: 0, distance: 0 };
    let turned = 0;
    const set = (wanted: number) => {
      const next = boundTileSize(Math.round(wanted / tileSizes.step) * tileSizes.step);
      if (next !== size.current) onSize(next);
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned = Math.sign(turned) === Math.sign(event.deltaY) ? turned + event.deltaY : event.deltaY;
      const wanted = size.current * 2 ** (-turned / doublingDelta);
      if (Math.abs(wanted - size.current) < tileSizes.step) return;
      turned = 0;
      set(wanted);
    };
    const onStart = ({ touches }: TouchEvent) => {
      start = { size: size.current, distance: distance(touches) };
    };
    const onMove = (event: TouchEvent) => {
      if (event.touches.length !== 2 || start.distance === 0) return;
      if (event.cancelable) event.preventDefault();
      set((start.size * distance(event.touches)) / start.distance);
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("touchstart", onStart, { passive: true });
    element.addEventListener("touchmove", onMove, { passive: false });
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("touchstart", onStart);
      element.removeEventListener("touchmove", onMove);
    };
  }, [area, onSize]);
}
