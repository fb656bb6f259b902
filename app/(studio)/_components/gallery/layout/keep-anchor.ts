import { boxAt, type GalleryLayout, placeOf, sectionAt } from "./layout-gallery";

/** What stands at the top of the screen, and how far below the top. */
export interface Anchor {
  /** Ids of tiles, first choice first: some may be gone in the next layout. */
  tiles: readonly { id: string; offset: number }[];
  section: { key: string; index: number; share: number } | null;
}

const candidates = 12;

/** Remembers what the screen shows from `position` on. */
export function anchorAt(layout: GalleryLayout, position: number): Anchor {
  const index = sectionAt(layout, position);
  const at = layout.sections[index];
  if (!at) return { tiles: [], section: null };
  const tiles: { id: string; offset: number }[] = [];
  for (const placed of layout.sections.slice(index, index + 2)) {
    placed.boxes.forEach((box, card) => {
      const id = placed.cards?.[card]?.item.id;
      const top = placed.bodyTop + box.y;
      if (id && tiles.length < candidates && top + box.height > position) tiles.push({ id, offset: top - position });
    });
  }
  const share = (position - at.top) / Math.max(1, at.bottom - at.top);
  return { tiles: at.cards ? tiles : [], section: { key: at.section.key, index, share } };
}

/** The position at which another layout shows the same; null when nothing of it is left. */
export function positionOf(layout: GalleryLayout, { tiles, section }: Anchor): number | null {
  for (const { id, offset } of tiles) {
    const place = placeOf(layout, id, section?.index);
    const box = place && boxAt(layout, place);
    if (box) return box.y - offset;
  }
  if (!section) return null;
  const same = layout.sections.find((each) => each.section.key === section.key);
  return same ? same.top + section.share * (same.bottom - same.top) : null;
}
