import type { Arrangement, Box, Placed } from "./box";

/** What is wider or taller than this is cut to fit, so that one result never takes a screen of its own or becomes a thread. */
const narrowest = 0.3;
const widest = 4;
/** A row is at least so many times as high as asked for, and at most so many. */
const lowest = 0.9;
const highest = 1.9;
/** The last row is left as it is where at least this share of the width would have to be filled. */
export const openShare = 1 / 6;

/** Between which heights rows are, in CSS pixels, for the height asked for. */
export const rowHeights = (tileSize: number) => ({ least: Math.round(tileSize * lowest), most: Math.round(tileSize * highest) });

/** The height that most rows stay within or near, for the height asked for. A narrow screen has few results in a row, which grow more to fill it. */
export const usualRowHeight = (tileSize: number, screen: "narrow" | "wide") => Math.round(tileSize * (screen === "narrow" ? 1.45 : 1.13));

/** A ratio as a row can bear it. */
export const shownRatio = (ratio: number) => Math.min(Math.max(ratio, narrowest), widest);

type Rows = Pick<Arrangement, "width" | "tileSize" | "gap">;

const heightOf = (ratioSum: number, count: number, { width, gap }: Rows) => (width - (count - 1) * gap) / ratioSum;

/**
 * Where each row ends, and how much of the width it takes at its least height: a row takes what fits into it. A flex container that wraps does the same,
 * by which the first tiles are laid out before any script runs (`FirstRows`): the two must agree.
 */
function cutRows(ratios: readonly number[], { width, tileSize, gap }: Rows): { end: number; taken: number }[] {
  const { least } = rowHeights(tileSize);
  const rows: { end: number; taken: number }[] = [];
  let taken = 0;
  ratios.forEach((ratio, index) => {
    const needed = Math.min(ratio * least, width);
    if (index > 0 && taken + gap + needed > width) {
      rows.push({ end: index, taken });
      taken = needed;
    } else taken += needed + (index > 0 ? gap : 0);
  });
  if (ratios.length > 0) rows.push({ end: ratios.length, taken });
  return rows;
}

/**
 * Rows of one width in which everything keeps its ratio. The last row keeps its least height when it is not nearly full; one that goes on elsewhere
 * (`isContinued`) is filled too, or joins the row before it, so that no gap shows.
 */
export function justifyRows(given: readonly number[], rows: Rows, isContinued = false): Placed {
  const ratios = given.map(shownRatio);
  const cuts = cutRows(ratios, rows);
  const { least, most } = rowHeights(rows.tileSize);
  const fullHeight = (start: number, end: number) =>
    heightOf(
      ratios.slice(start, end).reduce((sum, ratio) => sum + ratio, 0),
      end - start,
      rows,
    );
  if (isContinued && cuts.length > 1 && fullHeight(cuts.at(-2)?.end ?? 0, ratios.length) > most) cuts.splice(-2, 1);

  const boxes: Box[] = [];
  let y = 0;
  let start = 0;
  for (const { end, taken } of cuts) {
    const full = fullHeight(start, end);
    const isOpen = end === ratios.length && !isContinued && taken + rows.gap + rows.width * openShare <= rows.width;
    const isFilled = !isOpen && full <= most;
    const height = isFilled ? full : isOpen ? least : most;
    let x = 0;
    for (let index = start; index < end; index++) {
      const isLast = isFilled && index === end - 1;
      const width = isLast ? rows.width - Math.round(x) : Math.min((ratios[index] ?? 1) * height, rows.width);
      boxes.push({ x: Math.round(x), y, width: isLast ? width : Math.round(x + width) - Math.round(x), height: Math.round(height) });
      x += width + rows.gap;
    }
    y += Math.round(height) + rows.gap;
    start = end;
  }
  return { boxes, height: Math.max(0, y - rows.gap) };
}

/** The height that so many results take in rows, when only the sum of their ratios is known: all are as wide as their mean, and half of one is left over. */
export function estimateRows(count: number, ratioSum: number, rows: Rows): number {
  if (count === 0) return 0;
  const { least, most } = rowHeights(rows.tileSize);
  const ratio = ratioSum / count;
  const perRow = Math.max(1, (rows.width + rows.gap) / (ratio * least + rows.gap) - 0.5);
  const height = Math.min(heightOf(perRow * ratio, perRow, rows), most);
  return Math.max(0, Math.round(Math.ceil(count / perRow) * (height + rows.gap) - rows.gap));
}
