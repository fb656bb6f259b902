import type { GalleryItem } from "./gallery-item.ts";

/** The server cuts days into sections at multiples of this. */
const slotMs = 15 * 60_000;

/** A bound is written as milliseconds since 1970, and a batch where it lies within one moment. */
function partsOf(bound: string): { ms: number; batchId: string } {
  const [ms, batchId = ""] = bound.split("_");
  return { ms: Number(ms), batchId };
}

const compareTexts = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Which of two bounds comes first, as `sort` takes it. */
export function compareBounds(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  return first.ms - second.ms || compareTexts(first.batchId, second.batchId);
}

/** The order of a gallery, oldest first: a batch together and in its own order. */
export const compareItems = (one: GalleryItem, other: GalleryItem): number =>
  compareTexts(one.createdAt, other.createdAt) ||
  compareTexts(one.batchId, other.batchId) ||
  one.batchIndex - other.batchIndex ||
  compareTexts(one.id, other.id);

/** Whether an item lies before a bound. */
export function isBefore({ createdAt, batchId }: GalleryItem, bound: string): boolean {
  const { ms, batchId: boundBatchId } = partsOf(bound);
  return (compareTexts(createdAt, new Date(ms).toISOString()) || compareTexts(batchId, boundBatchId)) < 0;
}

/** The bound with which an item's batch begins. */
export const boundOf = ({ createdAt, batchId }: GalleryItem): string => `${Date.parse(createdAt)}_${batchId}`;

/** The bounds of the quarter of an hour around an item. */
export function slotOf({ createdAt }: GalleryItem): { start: string; end: string } {
  const start = Math.floor(Date.parse(createdAt) / slotMs) * slotMs;
  return { start: String(start), end: String(start + slotMs) };
}
