import { boxAt, type GalleryLayout, isWhole, type TilePlace } from "./layout-gallery";

/** Ways of the focus through the gallery. */
export type Move = "left" | "right" | "up" | "down" | "rowStart" | "rowEnd" | "first" | "last" | "pageUp" | "pageDown";

/** A place to go to: a tile, or a section that must be loaded first, entered at its start or end. */
export type Destination = TilePlace | { section: number; enter: "start" | "end" };

/** A neighbor in reading order; null at the ends of the gallery. */
function step({ sections }: GalleryLayout, { section, card }: TilePlace, by: 1 | -1): Destination | null {
  const within = card + by;
  if (within >= 0 && within < (sections[section]?.cards?.length ?? 0)) return { section, card: within };
  const next = section + by;
  const [here, beyond] = [sections[section], sections[next]];
  const cards = beyond?.cards;
  // What is missing of this section comes first.
  if (!beyond || (by > 0 && here && !isWhole(here))) return null;
  if (!cards || (by < 0 && !isWhole(beyond))) return { section: next, enter: by > 0 ? "start" : "end" };
  return { section: next, card: by > 0 ? 0 : cards.length - 1 };
}

/** The tiles of the row that a tile stands in, across sections. */
function rowOf(layout: GalleryLayout, place: TilePlace): TilePlace[] {
  const own = boxAt(layout, place);
  const row = [place];
  for (const by of [-1, 1] as const) {
    for (let next = step(layout, place, by); next && "card" in next; next = step(layout, next, by)) {
      if (boxAt(layout, next)?.y !== own?.y) break;
      if (by < 0) row.unshift(next);
      else row.push(next);
    }
  }
  return row;
}

/** The tile of the row above or below that lies nearest. */
function cross(layout: GalleryLayout, place: TilePlace, by: 1 | -1): Destination | null {
  const row = rowOf(layout, place);
  const edge = by > 0 ? row.at(-1) : row[0];
  const beyond = edge && step(layout, edge, by);
  if (!beyond || !("card" in beyond)) return beyond ?? null;
  const own = boxAt(layout, place);
  const middle = own ? own.x + own.width / 2 : 0;
  const distance = (other: TilePlace) => {
    const box = boxAt(layout, other);
    return box ? Math.abs(box.x + box.width / 2 - middle) : Number.POSITIVE_INFINITY;
  };
  return rowOf(layout, beyond).reduce((best, other) => (distance(other) < distance(best) ? other : best));
}

/** Row by row for about a screen. */
function crossScreen(layout: GalleryLayout, place: TilePlace, by: 1 | -1, screen: number): Destination | null {
  const start = boxAt(layout, place)?.y ?? 0;
  let at: Destination | null = null;
  for (let next = cross(layout, place, by); next; next = cross(layout, next, by)) {
    if (!("card" in next)) return at ?? next;
    const moved = Math.abs((boxAt(layout, next)?.y ?? 0) - start);
    if (at && moved > screen) break;
    at = next;
  }
  return at;
}

/** Where a key leads from a tile; null where it leads nowhere. */
export function moveFocus(layout: GalleryLayout, place: TilePlace, move: Move, screen: number): Destination | null {
  const last = layout.sections.length - 1;
  const end = layout.sections[last];
  switch (move) {
    case "left":
      return step(layout, place, -1);
    case "right":
      return step(layout, place, 1);
    case "up":
      return cross(layout, place, -1);
    case "down":
      return cross(layout, place, 1);
    case "rowStart":
      return rowOf(layout, place)[0] ?? null;
    case "rowEnd":
      return rowOf(layout, place).at(-1) ?? null;
    case "first":
      return layout.sections[0]?.cards ? { section: 0, card: 0 } : { section: 0, enter: "start" };
    case "last":
      return end?.cards && isWhole(end) && layout.isComplete ? { section: last, card: end.cards.length - 1 } : { section: last, enter: "end" };
    case "pageUp":
      return crossScreen(layout, place, -1, screen);
    case "pageDown":
      return crossScreen(layout, place, 1, screen);
  }
}
