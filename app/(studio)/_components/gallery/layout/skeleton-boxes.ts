import type { Arrangement, Box } from "./box";
import type { Range } from "./choose-range";
import type { PlacedSection } from "./layout-gallery";
import { placeTiles } from "./place-tiles";

const mostBoxes = 120;

/** Boxes that stand for what of a section is on the screen while its items are not there: as if all had the same ratio. */
export function skeletonBoxes({ section, bodyTop, bottom }: PlacedSection, range: Range, arrangement: Arrangement): Box[] {
  const ratio = section.ratioSum / Math.max(1, section.count);
  // One row, repeated: a section may be much higher than the screen.
  const row = placeTiles(Array<number>(Math.min(section.count, 40)).fill(ratio), arrangement, true, 0).boxes.filter(({ y }) => y === 0);
  const step = (row[0]?.height ?? arrangement.tileSize) + arrangement.gap;
  const boxes: Box[] = [];
  const first = Math.max(0, Math.floor((range.from - bodyTop) / step));
  for (let line = first; boxes.length < mostBoxes; line++) {
    const y = line * step;
    if (bodyTop + y > Math.min(range.to, bottom)) break;
    for (const box of row) boxes.push({ ...box, y, height: Math.min(box.height, bottom - bodyTop - y) });
  }
  return boxes.filter(({ height }) => height > 0);
}
