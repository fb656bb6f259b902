import { boundOf, compareBounds, compareItems, isBefore, slotOf } from "./bounds.ts";
import type { GalleryItem, GallerySection } from "./gallery-item.ts";

/** As many as a section holds before it is split in two. */
const sectionSize = 300;

/** A section with its bounds and, while its page is loaded, what is in it, oldest first. Never changed in place. */
export interface Stretch extends GallerySection {
  start: string;
  end: string;
  items: readonly GalleryItem[] | undefined;
  /** Whether `items` may lack something, or hold what has gone. */
  isStale: boolean;
}

const ratioSumOf = (items: readonly GalleryItem[]) => items.reduce((sum, { ratio }) => sum + ratio, 0);

/** The stretch with these items and none besides. */
export const filled = (stretch: Stretch, items: readonly GalleryItem[], isStale = false): Stretch => ({
  ...stretch,
  ...{ items, isStale, count: items.length, ratioSum: ratioSumOf(items) },
});

/**
 * Puts an item into the stretches of a gallery, which are in order, oldest first. Where its section is not loaded, that is marked as stale: only its
 * page can say whether it was counted already.
 */
export function putItem(stretches: readonly Stretch[], item: GalleryItem, day: string): Stretch[] {
  const at = stretchFor(stretches, item, day);
  const slot = slotOf(item);
  if (at === -1) {
    const made: Stretch = { key: slot.start, day, ...slot, count: 1, ratioSum: item.ratio, items: [item], isStale: false };
    return [...stretches, made].sort((one, other) => compareBounds(one.start, other.start));
  }
  return stretches.flatMap((stretch, place) => {
    if (place !== at) return stretch;
    const start = isBefore(item, stretch.start) ? slot.start : stretch.start;
    const end = isBefore(item, stretch.end) ? stretch.end : slot.end;
    if (!stretch.items) return { ...stretch, start, end, isStale: true };
    const items = stretch.items.filter(({ id }) => id !== item.id);
    items.splice(items.findLastIndex((each) => compareItems(each, item) < 0) + 1, 0, item);
    return splitLarge(filled({ ...stretch, start, end }, items, stretch.isStale));
  });
}

/** The place of the stretch where an item lies, or which reaches out for it: the one before it on its day, or else the first of its day. */
function stretchFor(stretches: readonly Stretch[], item: GalleryItem, day: string): number {
  const before = stretches.findLastIndex((stretch) => stretch.day === day && !isBefore(item, stretch.start));
  return before === -1 ? stretches.findIndex((stretch) => stretch.day === day) : before;
}

/** Splits a stretch that has grown too large, at the beginning of a batch. */
function splitLarge(stretch: Stretch): Stretch[] {
  const { items = [] } = stretch;
  if (items.length <= sectionSize) return [stretch];
  const wanted = items[sectionSize];
  const cut = items.findIndex(({ batchId }) => batchId === wanted?.batchId);
  const first = items[cut];
  // All one batch.
  if (!first || cut === 0) return [stretch];
  const start = boundOf(first);
  const rest = { ...stretch, key: start, start };
  return [filled({ ...stretch, end: start }, items.slice(0, cut), stretch.isStale), ...splitLarge(filled(rest, items.slice(cut), stretch.isStale))];
}

/**
 * What is known, brought into the sections that the server tells now: a day that has not changed stays as it is; of another, what is loaded is kept,
 * as stale where it may differ.
 */
export function reconcile(known: readonly Stretch[], told: readonly Stretch[]): Stretch[] {
  const [knownDays, toldDays] = [byDay(known), byDay(told)];
  return [...toldDays].flatMap(([day, stretches]) => {
    const before = knownDays.get(day) ?? [];
    return isSame(before, stretches) ? before : stretches.map((stretch) => withKnown(stretch, before));
  });
}

function withKnown(stretch: Stretch, known: readonly Stretch[]): Stretch {
  const around = known.filter(({ start, end }) => compareBounds(start, stretch.end) < 0 && compareBounds(end, stretch.start) > 0);
  const isCovered = around.length > 0 && around.every(({ items }) => items);
  if (!isCovered) return stretch;
  const items = around.flatMap(({ items = [] }) => items).filter((item) => !isBefore(item, stretch.start) && isBefore(item, stretch.end));
  // The server's count stands until the page is there.
  return items.length > 0 ? { ...stretch, items, isStale: true } : stretch;
}

const sumOf = (stretches: readonly Stretch[], name: "count" | "ratioSum") => stretches.reduce((sum, stretch) => sum + stretch[name], 0);

/** Ratio sums are told to a thousandth. */
const isSame = (one: readonly Stretch[], other: readonly Stretch[]) =>
  sumOf(one, "count") === sumOf(other, "count") &&
  Math.abs(sumOf(one, "ratioSum") - sumOf(other, "ratioSum")) < 0.002 * (one.length + other.length) + 0.0002 * sumOf(one, "count");

function byDay(stretches: readonly Stretch[]): Map<string, Stretch[]> {
  const days = new Map<string, Stretch[]>();
  for (const stretch of stretches) days.set(stretch.day, [...(days.get(stretch.day) ?? []), stretch]);
  return days;
}
