import { type PointerEvent, useMemo, useRef } from "react";

const longMs = 450;
/** A finger that moves further scrolls. */
const stillPx = 10;

/** Tells of a finger that rests on something, as touch screens select. `wasLong` says whether the click that follows belongs to it. */
export function useLongPress(onLongPress: (target: EventTarget) => void) {
  const latest = useRef(onLongPress);
  latest.current = onLongPress;
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const wasLong = useRef(false);
  const handlers = useMemo(() => {
    const end = () => {
      clearTimeout(press.current?.timer);
      press.current = null;
    };
    return {
      onPointerDown: ({ pointerType, isPrimary, target, clientX: x, clientY: y }: PointerEvent) => {
        end();
        wasLong.current = false;
        if (pointerType !== "touch" || !isPrimary) return;
        const timer = setTimeout(() => {
          wasLong.current = true;
          latest.current(target);
        }, longMs);
        press.current = { timer, x, y };
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const { x, y } = press.current ?? { x: clientX, y: clientY };
        if (Math.hypot(clientX - x, clientY - y) > stillPx) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
    };
  }, []);
  return { handlers, wasLong: () => wasLong.current };
}
