import type { BoardGeneration } from "@boards/client";
import { useSyncExternalStore } from "react";

/** While a tile is dragged, a browser tells the types of what it carries, but not the values: the page itself remembers which one it is. */
let dragged: BoardGeneration | null = null;
const listeners = new Set<() => void>();

function set(generation: BoardGeneration | null): void {
  dragged = generation;
  for (const listener of listeners) listener();
}

const endDrag = () => set(null);

/** Puts a generation into a drag, for slots of this page to take. */
export function startTileDrag(transfer: DataTransfer, generation: BoardGeneration): void {
  transfer.setData("application/x-boards-generation", generation.id);
  // A tile that is taken off the page meanwhile hears no end of its drag; the next press of a button does.
  for (const end of ["dragend", "drop", "pointerdown"]) window.addEventListener(end, endDrag, { once: true });
  set(generation);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The tile that is being dragged; null while none is. */
export const useTileDrag = (): BoardGeneration | null =>
  useSyncExternalStore(
    subscribe,
    () => dragged,
    () => null,
  );
