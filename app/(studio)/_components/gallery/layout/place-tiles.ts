import type { Arrangement, Box, Placed } from "./box";
import { estimateRows, justifyRows } from "./justify-rows";

/** The height of one line of the list. */
export const lineHeight = 72;

/** How many squares lie side by side. */
export function columnsOf({ width, tileSize, gap }: Arrangement): number {
  return Math.max(1, Math.round((width + gap) / (tileSize + gap)));
}

/** Squares from left to right, the first of them in `firstColumn`. */
function placeSquares(count: number, arrangement: Arrangement, firstColumn: number): Placed {
  const columns = columnsOf(arrangement);
  const step = (arrangement.width + arrangement.gap) / columns;
  const side = Math.round(step - arrangement.gap);
  const boxes = Array.from({ length: count }, (_, index): Box => {
    const place = index + firstColumn;
    return { x: Math.round((place % columns) * step), y: Math.floor(place / columns) * (side + arrangement.gap), width: side, height: side };
  });
  return { boxes, height: (boxes.at(-1)?.y ?? 0) + side };
}

function placeLines(count: number, { width, gap }: Arrangement): Placed {
  const boxes = Array.from({ length: count }, (_, index): Box => ({ x: 0, y: index * (lineHeight + gap), width, height: lineHeight }));
  return { boxes, height: Math.max(0, count * (lineHeight + gap) - gap) };
}

/** Where tiles of these ratios lie. `isContinued`: more of the same day follow elsewhere; `firstColumn`: the squares before them end there. */
export function placeTiles(ratios: readonly number[], arrangement: Arrangement, isContinued: boolean, firstColumn: number): Placed {
  if (arrangement.kind === "square") return placeSquares(ratios.length, arrangement, firstColumn);
  if (arrangement.kind === "list") return placeLines(ratios.length, arrangement);
  return justifyRows(ratios, arrangement, isContinued);
}

/** The height that tiles take of which only the number and the sum of ratios are known. */
export function estimateHeight(count: number, ratioSum: number, arrangement: Arrangement, firstColumn: number): number {
  if (arrangement.kind === "justified") return estimateRows(count, ratioSum, arrangement);
  if (arrangement.kind === "list") return placeLines(count, arrangement).height;
  const rows = Math.ceil((count + firstColumn) / columnsOf(arrangement));
  return rows * Math.round((arrangement.width + arrangement.gap) / columnsOf(arrangement)) - arrangement.gap;
}
