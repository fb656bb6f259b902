import type { GalleryItem } from "@boards/client";

/** What one tile stands for: a result, or all that one request brought. */
export interface Card {
  item: GalleryItem;
  /** Its place among the results of its section. */
  index: number;
  /** All results behind this card, the shown one first; one where nothing is grouped. */
  ids: readonly string[];
  /** Whether it is one of a request that was opened. */
  isOpened: boolean;
}

/** The cards of a section. With `opened`, the results of one request are one card, unless the request is among the opened ones. */
export function groupCards(items: readonly GalleryItem[], opened: ReadonlySet<string> | null): Card[] {
  if (!opened) return items.map((item, index) => ({ item, index, ids: [item.id], isOpened: false }));
  const groups = new Map<string, string[]>();
  const cards: Card[] = [];
  for (const [index, item] of items.entries()) {
    const isOpened = item.batchSize > 1 && opened.has(item.batchId);
    const group = item.batchSize > 1 && !isOpened ? groups.get(item.batchId) : undefined;
    if (group) group.push(item.id);
    else {
      const ids = [item.id];
      if (!isOpened) groups.set(item.batchId, ids);
      cards.push({ item, index, ids, isOpened });
    }
  }
  return cards;
}
