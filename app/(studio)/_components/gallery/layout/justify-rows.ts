import type { Arrangement, Box, Placed } from "./box";

/** What is wider or taller than this is cut to fit, so that one result never takes a screen of its own or becomes a thread. */
const narrowest = 0.3;
const widest = 4;
/** A row is at most so many times as high as asked for. */
const highest = 1.5;

/** A ratio as a row can bear it. */
export const shownRatio = (ratio: number) => Math.min(Math.max(ratio, narrowest), widest);

type Rows = Pick<Arrangement, "width" | "tileSize" | "gap">;

const heightOf = (ratioSum: number, count: number, { width, gap }: Rows) => (width - (count - 1) * gap) / ratioSum;

/** Where each row ends: a row takes one more as long as that brings its height closer to the one asked for. */
function cutRows(ratios: readonly number[], rows: Rows): number[] {
  const ends: number[] = [];
  let sum = 0;
  let count = 0;
  ratios.forEach((ratio, index) => {
    const without = count === 0 ? Number.POSITIVE_INFINITY : heightOf(sum, count, rows);
    const withIt = heightOf(sum + ratio, count + 1, rows);
    if (without <= rows.tileSize || (withIt < rows.tileSize && without * withIt < rows.tileSize ** 2)) {
      ends.push(index);
      sum = 0;
      count = 0;
    }
    sum += ratio;
    count += 1;
  });
  if (count > 0) ends.push(ratios.length);
  return ends;
}

/**
 * Rows of one width in which everything keeps its ratio. The last row keeps the height asked for when it is not full; one that goes on elsewhere
 * (`isContinued`) is filled too, or joins the row before it, so that no gap shows.
 */
export function justifyRows(given: readonly number[], rows: Rows, isContinued = false): Placed {
  const ratios = given.map(shownRatio);
  const ends = cutRows(ratios, rows);
  const sumOf = (start: number, end: number) => ratios.slice(start, end).reduce((sum, ratio) => sum + ratio, 0);
  const last = ends.at(-2) ?? 0;
  const isSparse = heightOf(sumOf(last, ratios.length), ratios.length - last, rows) > rows.tileSize * highest;
  if (isContinued && isSparse && ends.length > 1) ends.splice(-2, 1);

  const boxes: Box[] = [];
  let y = 0;
  let start = 0;
  for (const end of ends) {
    const full = heightOf(sumOf(start, end), end - start, rows);
    const isOpen = end === ratios.length && !isContinued && full > rows.tileSize * 1.2;
    const height = Math.round(isOpen ? rows.tileSize : Math.min(full, rows.tileSize * highest));
    const isFilled = !isOpen && full <= rows.tileSize * highest;
    let x = 0;
    for (let index = start; index < end; index++) {
      const isLast = isFilled && index === end - 1;
      const width = isLast ? rows.width - Math.round(x) : Math.min((ratios[index] ?? 1) * (isFilled ? full : height), rows.width);
      boxes.push({ x: Math.round(x), y, width: isLast ? width : Math.round(x + width) - Math.round(x), height });
      x += width + rows.gap;
    }
    y += height + rows.gap;
    start = end;
  }
  return { boxes, height: Math.max(0, y - rows.gap) };
}

/** The height that so many results take in rows, when only the sum of their ratios is known: their area at the height asked for. */
export function estimateRows(count: number, ratioSum: number, { width, tileSize, gap }: Rows): number {
  const rows = Math.ceil((ratioSum * tileSize + count * gap) / (width + gap));
  return Math.max(0, Math.round(rows * (tileSize + gap) - gap));
}
