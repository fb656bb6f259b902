import type { GalleryItem, GallerySection } from "@boards/client";
import type { Arrangement, Placed } from "./box";
import { type Card, groupCards } from "./group-cards";
import { columnsOf, estimateHeight, placeTiles } from "./place-tiles";

/** The height of a day's header, and the space after a day. */
export const dayHeaderHeight = 48;
const daySpace = 20;

/** A section in its place. Its boxes are relative to `bodyTop`. */
export interface PlacedSection {
  section: GallerySection;
  /** How many results come before it. */
  first: number;
  /** Where its day's header begins, or its tiles, where it has none. */
  top: number;
  bodyTop: number;
  /** Where its last tile ends. */
  bottom: number;
  /** How many results the day has that begins here; null within a day. */
  dayCount: number | null;
  /** Null until its items are there: then its height is an estimate. */
  cards: readonly Card[] | null;
  boxes: Placed["boxes"];
}

/** Where everything on a board lies, from the first result to the last, in pixels that no browser's limit cuts. */
export interface GalleryLayout {
  sections: readonly PlacedSection[];
  height: number;
  /** How many results there are. */
  count: number;
  /** Whether these are all sections, and not only those that a gallery opens with. */
  isComplete: boolean;
}

/** Whether all of a section is there, and not only what a gallery opens with. */
export const isWhole = ({ cards, section }: PlacedSection): boolean =>
  cards !== null && cards.reduce((sum, { ids }) => sum + ids.length, 0) >= section.count;

interface LaidOut {
  key: string;
  opened: ReadonlySet<string> | null;
  cards: Card[];
  placed: Placed;
}

const laidOut = new WeakMap<readonly GalleryItem[], LaidOut>();

/** The tiles of a section; the work is done once for as long as nothing changes. */
function layOut(items: readonly GalleryItem[], arrangement: Arrangement, opened: ReadonlySet<string> | null, isContinued: boolean, column: number) {
  const key = `${Object.values(arrangement).join()} ${isContinued} ${column}`;
  const known = laidOut.get(items);
  if (known?.key === key && known.opened === opened) return known;
  const cards = groupCards(items, opened);
  const ratios = cards.map(({ item }) => item.ratio);
  const made = { key, opened, cards, placed: placeTiles(ratios, arrangement, isContinued, column) };
  laidOut.set(items, made);
  return made;
}

type ItemsOf = (key: string) => readonly GalleryItem[] | undefined;

/** By how much rows are higher than their estimates where both are known: the results of a board resemble each other. */
function estimatesAreOffBy(
  sections: readonly GallerySection[],
  itemsOf: ItemsOf,
  arrangement: Arrangement,
  opened: ReadonlySet<string> | null,
): number {
  let exact = 0;
  let estimated = 0;
  sections.forEach(({ key, day, count, ratioSum }, index) => {
    const items = itemsOf(key);
    // A part of a section, as a gallery opens with, says nothing of how high the whole is.
    if (items?.length !== count) return;
    exact += layOut(items, arrangement, opened, sections[index + 1]?.day === day, 0).placed.height;
    estimated += estimateHeight(count, ratioSum, arrangement, 0);
  });
  return estimated > 0 ? exact / estimated : 1;
}

/**
 * Lays a board out: sections whose items are there exactly, the others by their counts and ratio sums. `opened` are the opened requests where results are
 * grouped by request, null where they are not. `isComplete` says whether these are all sections.
 */
export function layoutGallery(
  sections: readonly GallerySection[],
  itemsOf: ItemsOf,
  arrangement: Arrangement,
  opened: ReadonlySet<string> | null = null,
  isComplete = true,
): GalleryLayout {
  const countOfDay = new Map<string, number>();
  for (const { day, count } of sections) countOfDay.set(day, (countOfDay.get(day) ?? 0) + count);
  const columns = arrangement.kind === "square" ? columnsOf(arrangement) : 0;
  const step = columns ? Math.round((arrangement.width + arrangement.gap) / columns) : 0;
  const placed: PlacedSection[] = [];
  const correction = arrangement.kind === "justified" ? estimatesAreOffBy(sections, itemsOf, arrangement, opened) : 1;
  let top = 0;
  let first = 0;
  let column = 0;
  sections.forEach((section, index) => {
    const isFirst = sections[index - 1]?.day !== section.day;
    const isContinued = sections[index + 1]?.day === section.day;
    if (isFirst) column = 0;
    const items = itemsOf(section.key);
    const known = items && layOut(items, arrangement, opened, isContinued, column);
    const count = known ? known.cards.length : section.count;
    const height = known ? known.placed.height : Math.round(estimateHeight(count, section.ratioSum, arrangement, column) * correction);
    // Squares go on in the row in which the section before ended.
    const bodyTop = top + (isFirst ? dayHeaderHeight : 0) - (column > 0 ? step : 0);
    const bottom = bodyTop + height;
    const dayCount = isFirst ? (countOfDay.get(section.day) ?? 0) : null;
    placed.push({ section, first, top, bodyTop, bottom, dayCount, cards: known?.cards ?? null, boxes: known?.placed.boxes ?? [] });
    if (columns) column = (column + count) % columns;
    top = bottom + (isContinued ? arrangement.gap : daySpace);
    first += section.count;
  });
  return { sections: placed, height: placed.at(-1)?.bottom ?? 0, count: first, isComplete };
}

/** The place of the first section that ends after `position`; the last one where none does. */
export function sectionAt({ sections }: GalleryLayout, position: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.bottom ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sections between two positions. */
export function sectionsBetween(layout: GalleryLayout, from: number, to: number): PlacedSection[] {
  const found: PlacedSection[] = [];
  for (let index = sectionAt(layout, from); index < layout.sections.length; index++) {
    const section = layout.sections[index];
    if (!section || section.top > to) break;
    found.push(section);
  }
  return found;
}

/** Where a tile is: its section, and its place among the section's cards. */
export interface TilePlace {
  section: number;
  card: number;
}

/** The tile that shows a result, looked for first where it was; null while its section is not loaded. */
export function placeOf({ sections }: GalleryLayout, id: string, near = 0): TilePlace | null {
  const lookIn = (section: number) => {
    const card = sections[section]?.cards?.findIndex(({ ids }) => ids.includes(id)) ?? -1;
    return card < 0 ? null : { section, card };
  };
  const found = lookIn(near);
  if (found) return found;
  for (let section = 0; section < sections.length; section++) {
    const elsewhere = sections[section]?.cards && lookIn(section);
    if (elsewhere) return elsewhere;
  }
  return null;
}

/** The box of a tile, from the top of the gallery. */
export function boxAt({ sections }: GalleryLayout, { section, card }: TilePlace) {
  const placed = sections[section];
  const box = placed?.boxes[card];
  return placed && box ? { ...box, y: placed.bodyTop + box.y } : null;
}
