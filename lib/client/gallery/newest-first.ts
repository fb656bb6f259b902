import type { GalleryItem } from "./gallery-item.ts";

const turned = new WeakMap<readonly GalleryItem[], readonly GalleryItem[]>();

/** Items that are given oldest first, the newest first: batch by batch, each in its own order. The same list for the same list. */
export function newestFirst(items: readonly GalleryItem[]): readonly GalleryItem[] {
  const known = turned.get(items);
  if (known) return known;
  const batches: GalleryItem[][] = [];
  for (const item of items) {
    const last = batches.at(-1);
    if (last?.[0]?.batchId === item.batchId) last.push(item);
    else batches.push([item]);
  }
  const inOrder = batches.reverse().flat();
  turned.set(items, inOrder);
  return inOrder;
}
