import { type Ref, useImperativeHandle } from "react";

/** Draws nothing, and is for Radix the trigger that it asks for: an element which is there already. */
export function StandIn({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => element, [element]);
  return null;
}
