import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "./box";
import { estimateRows, justifyRows, shownRatio, usualRowHeight } from "./justify-rows";

const ratios = fc.array(fc.constantFrom(0.56, 0.67, 0.75, 1, 1.33, 1.5, 1.78, 2.4), { minLength: 1, maxLength: 300 });
const rowsOf = (boxes: readonly Box[]) => [...Map.groupBy(boxes, ({ y }) => y).values()];
const screens = fc.record({
  width: fc.integer({ min: 320, max: 1900 }),
  tileSize: fc.integer({ min: 120, max: 420 }),
  gap: fc.constantFrom(4, 8, 12),
});

describe("justified rows", () => {
  it("place each result once, in order, side by side within the width, without overlaps", () => {
    fc.assert(
      fc.property(ratios, screens, fc.boolean(), (given, rows, isContinued) => {
        const { boxes, height } = justifyRows(given, rows, isContinued);
        expect(boxes).toHaveLength(given.length);
        let bottom = -rows.gap;
        for (const row of rowsOf(boxes)) {
          expect(row[0]?.x).toBe(0);
          expect(row[0]?.y).toBe(bottom + rows.gap);
          expect(new Set(row.map((box) => box.height)).size).toBe(1);
          row.slice(1).forEach((box, index) => {
            const before = row[index] as Box;
            expect(Math.abs(box.x - (before.x + before.width) - rows.gap)).toBeLessThanOrEqual(1);
          });
          const last = row.at(-1) as Box;
          expect(last.x + last.width).toBeLessThanOrEqual(rows.width);
          bottom = last.y + last.height;
        }
        expect(height).toBe(bottom);
      }),
    );
  });

  it("keep every ratio to the pixel", () => {
    fc.assert(
      fc.property(ratios, screens, (given, rows) => {
        justifyRows(given, rows).boxes.forEach(({ width, height }, index) => {
          if (width < rows.width) expect(Math.abs(width - (given[index] ?? 1) * height)).toBeLessThanOrEqual(4);
        });
      }),
    );
  });

  it("fill the width, but for the last row and for what would grow too high", () => {
    const { boxes } = justifyRows([1.5, 1.5, 1.5, 1.5, 1.5], { width: 1000, tileSize: 300, gap: 10 });
    const rows = rowsOf(boxes);
    expect(rows.map((row) => row.length)).toEqual([2, 2, 1]);
    expect(rows.map((row) => (row.at(-1)?.x ?? 0) + (row.at(-1)?.width ?? 0))).toEqual([1000, 1000, 405]);
  });

  it("fill the last row as well when the day goes on, or join it to the one before", () => {
    const rows = { width: 1000, tileSize: 300, gap: 10 };
    const endsOf = (given: number[]) => rowsOf(justifyRows(given, rows, true).boxes).map((row) => (row.at(-1)?.x ?? 0) + (row.at(-1)?.width ?? 0));
    expect(endsOf([1.5, 1.5, 1, 1.5])).toEqual([1000, 1000]);
    expect(endsOf([1.5, 1.5, 0.6])).toEqual([1000]);
  });

  it("show an image whole on a phone, one or two in a row", () => {
    const { boxes } = justifyRows([0.67, 1.78], { width: 336, tileSize: 320, gap: 8 });
    expect(boxes.map(({ width, height }) => (width / height).toFixed(1))).toEqual(["0.7", "1.8"]);
  });

  it("cut what is extreme, so that nothing is a thread or takes a screen of its own", () => {
    expect([0.01, 1, 80].map(shownRatio)).toEqual([0.3, 1, 4]);
    const { boxes } = justifyRows([80], { width: 1000, tileSize: 300, gap: 10 });
    expect(boxes[0]).toEqual({ x: 0, y: 0, width: 1000, height: 250 });
  });

  it("hold nothing when there is nothing", () => {
    expect(justifyRows([], { width: 1000, tileSize: 300, gap: 10 })).toEqual({ boxes: [], height: 0 });
    expect(estimateRows(0, 0, { width: 1000, tileSize: 300, gap: 10 })).toBe(0);
  });

  it.each([
    { screen: "narrow", tileSize: 260, widths: [328, 343, 380, 398] },
    { screen: "wide", tileSize: 240, widths: [700, 950, 1016, 1400, 1800] },
  ] as const)("are at most a tenth higher than guessed for four results of five on a $screen screen", ({ screen, tileSize, widths }) => {
    const mixture = Array.from({ length: 300 }, (_, index) => [0.67, 1, 1.5, 1.78, 1, 0.75, 2.4][Math.floor(((index * index * 0.618) % 1) * 7)] ?? 1);
    const heights = widths.flatMap((width) => justifyRows(mixture, { width, tileSize, gap: 8 }).boxes.map(({ height }) => height));
    const shareWithin = (most: number) => heights.filter((height) => height <= most).length / heights.length;
    expect(shareWithin(usualRowHeight(tileSize, screen) * 1.1)).toBeGreaterThanOrEqual(0.8);
    expect(shareWithin(usualRowHeight(tileSize, screen) * 0.8)).toBeLessThan(0.6);
  });

  it("are guessed from the sum of ratios, within a fifth for a usual mixture", () => {
    // Without a pattern, which could repeat from row to row.
    const mixture = Array.from({ length: 300 }, (_, index) => [0.67, 1, 1.5, 1.78, 1, 0.75][Math.floor(((index * index * 0.618) % 1) * 6)] ?? 1);
    const sum = mixture.reduce((all, ratio) => all + ratio, 0);
    for (const width of [700, 1000, 1400, 1800]) {
      const rows = { width, tileSize: 240, gap: 8 };
      const exact = justifyRows(mixture, rows).height;
      expect(Math.abs(estimateRows(300, sum, rows) - exact) / exact).toBeLessThan(1 / 5);
    }
  });
});
