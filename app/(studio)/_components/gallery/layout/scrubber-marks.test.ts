import { describe, expect, it } from "vitest";
import { layoutGallery } from "./layout-gallery";
import { positionAt, type ScrubberStep, scrubberMarks, shareAt, stepSection } from "./scrubber-marks";
import { inMemoryBoard } from "./testing/in-memory-board";

const many = (count: number) => Array<number>(count).fill(1.3);
const arrangement = { kind: "justified", width: 1000, tileSize: 240, gap: 8 } as const;
const board = inMemoryBoard({
  "2026-03-02": [many(300), many(300)],
  "2026-02-20": [many(300)],
  "2026-02-01": [many(300)],
  "2025-12-31": [many(300)],
});
const layout = layoutGallery(board.sections, board.itemsOf, arrangement);

describe("the scrubber", () => {
  it("marks each year and month once, where it begins", () => {
    const marks = scrubberMarks(layout, 800, 700);
    expect(marks.map(({ day, isYear }) => [day, isYear])).toEqual([
      ["2026-03-02", true],
      ["2026-02-20", false],
      ["2025-12-31", true],
    ]);
    for (const { share, day } of marks) {
      const placed = layout.sections.find(({ section }) => section.day === day);
      expect(positionAt(layout, share, 800)).toBeCloseTo(Math.min(placed?.top ?? -1, layout.height - 800));
    }
  });

  it("keeps marks apart, and years before months", () => {
    const days = Object.fromEntries(
      Array.from({ length: 240 }, (_, month) => {
        const back = 2026 * 12 - month;
        return [`${Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, "0")}-05`, [many(30)]];
      }),
    );
    const long = inMemoryBoard(days);
    const marks = scrubberMarks(layoutGallery(long.sections, long.itemsOf, arrangement), 800, 600);
    expect(marks.filter(({ isYear }) => isYear).length).toBeGreaterThan(15);
    marks.slice(1).forEach(({ share }, index) => {
      expect((share - (marks[index]?.share ?? 1)) * 600).toBeGreaterThanOrEqual(9);
    });
  });

  it("reaches the first and the last result, and every position between", () => {
    expect(positionAt(layout, 0, 800)).toBe(0);
    expect(positionAt(layout, 1, 800)).toBe(layout.height - 800);
    expect(positionAt(layout, 7, 800)).toBe(layout.height - 800);
    for (const share of [0.1, 0.5, 0.93]) expect(shareAt(layout, positionAt(layout, share, 800), 800)).toBeCloseTo(share);
  });

  it("stands still where everything is on the screen", () => {
    const short = inMemoryBoard({ "2026-03-02": [[1]] });
    const low = layoutGallery(short.sections, short.itemsOf, arrangement);
    expect(positionAt(low, 1, 800)).toBe(0);
    expect(shareAt(low, 0, 800)).toBe(0);
  });

  it.each<[ScrubberStep, number, number]>([
    ["day", 0, 2],
    ["day", 2, 3],
    ["day", 4, 4],
    ["dayBack", 3, 2],
    ["dayBack", 1, 0],
    ["dayBack", 2, 0],
    ["month", 2, 4],
    ["monthBack", 4, 2],
    ["monthBack", 3, 2],
    ["start", 3, 0],
    ["end", 1, 4],
  ])("goes by the key for %s from section %i to %i", (step, from, to) => expect(stepSection(layout, from, step)).toBe(to));
});
