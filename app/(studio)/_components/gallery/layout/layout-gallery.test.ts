import { describe, expect, it } from "vitest";
import { anchorAt, positionOf } from "./keep-anchor";
import { boxAt, layoutGallery, placeOf, sectionAt, sectionsBetween } from "./layout-gallery";
import { inMemoryBoard, itemOf } from "./testing/in-memory-board";

const arrangement = { kind: "justified", width: 1000, tileSize: 240, gap: 8 } as const;
const many = (count: number, ratio = 1.3) => Array<number>(count).fill(ratio);

describe("the layout of a board", () => {
  it("gives each day one header with all that the day holds, however its sections are cut", () => {
    const board = inMemoryBoard({ "2026-03-02": [many(300), many(20)], "2026-03-01": [many(4)] });
    const { sections, count } = layoutGallery(board.sections, board.itemsOf, arrangement);
    expect(sections.map(({ dayCount }) => dayCount)).toEqual([320, null, 4]);
    expect(sections.map(({ first }) => first)).toEqual([0, 300, 320]);
    expect(count).toBe(324);
  });

  it("puts sections below each other without overlap, loaded or not", () => {
    const board = inMemoryBoard({ "2026-03-02": [many(300), many(20)], "2026-03-01": [many(4)], "2026-02-01": [many(60, 0.7)] });
    board.load("2026-03-02.1", "2026-02-01.0");
    const { sections, height } = layoutGallery(board.sections, board.itemsOf, arrangement);
    sections.slice(1).forEach(({ top }, index) => {
      expect(top).toBeGreaterThan(sections[index]?.bottom ?? Number.POSITIVE_INFINITY);
    });
    expect(height).toBe(sections.at(-1)?.bottom);
    expect(sections.map(({ cards }) => cards?.length ?? null)).toEqual([null, 20, null, 60]);
  });

  it("lets squares of one day go on in the row in which the section before ended, and knows their height before they are loaded", () => {
    const board = inMemoryBoard({ "2026-03-02": [many(5), many(6)], "2026-03-01": [many(3)] });
    const square = { ...arrangement, kind: "square", tileSize: 242 } as const;
    const before = layoutGallery(board.sections, board.itemsOf, square).sections.map(({ bottom }) => bottom);
    board.loadAll();
    const layout = layoutGallery(board.sections, board.itemsOf, square);
    expect(layout.sections.map(({ bottom }) => bottom)).toEqual(before);
    const places = layout.sections.flatMap(({ boxes, bodyTop }) => boxes.map(({ x, y }) => `${x},${y + bodyTop}`));
    expect(new Set(places).size).toBe(14);
    const row = (section: number, card: number) => boxAt(layout, { section, card })?.y;
    expect(row(1, 0)).toBe(row(0, 4));
    expect(boxAt(layout, { section: 1, card: 0 })?.x).toBe(252);
  });

  it("finds sections by position and tiles by id", () => {
    const board = inMemoryBoard({ "2026-03-03": [many(30)], "2026-03-02": [many(30)], "2026-03-01": [many(30)] });
    board.loadAll();
    const layout = layoutGallery(board.sections, board.itemsOf, arrangement);
    const [, second] = layout.sections;
    expect(sectionAt(layout, 0)).toBe(0);
    expect(sectionAt(layout, second?.bodyTop ?? 0)).toBe(1);
    expect(sectionAt(layout, 1e9)).toBe(2);
    expect(sectionsBetween(layout, second?.top ?? 0, second?.bottom ?? 0).map(({ section }) => section.day)).toEqual(["2026-03-02"]);
    expect(placeOf(layout, "2026-03-02.0.7")).toEqual({ section: 1, card: 7 });
    expect(placeOf(layout, "nothing")).toBeNull();
  });

  it("guesses what is not loaded the better, the more is", () => {
    const days = Object.fromEntries(Array.from({ length: 40 }, (_, day) => [`2026-03-${String(40 - day).padStart(2, "0")}`, [many(120, 1)]]));
    const board = inMemoryBoard(days);
    const heightOf = () => layoutGallery(board.sections, board.itemsOf, { ...arrangement, width: 640 }).height;
    const blind = heightOf();
    board.load("2026-03-20.0");
    const informed = heightOf();
    board.loadAll();
    const exact = heightOf();
    expect(Math.abs(blind - exact) / exact).toBeGreaterThan(0.1);
    expect(Math.abs(informed - exact) / exact).toBeLessThan(0.01);
  });

  it("guesses nothing from a section of which only a part is there", () => {
    const board = inMemoryBoard({ "2026-03-03": [many(12)], "2026-03-02": [many(60)], "2026-03-01": [many(60)] });
    board.load("2026-03-03.0");
    const part = (key: string) => (key === "2026-03-02.0" ? [itemOf("one")] : board.itemsOf(key));
    const bottomOf = (itemsOf: typeof part) => {
      const last = layoutGallery(board.sections, itemsOf, arrangement).sections[2];
      return (last?.bottom ?? 0) - (last?.bodyTop ?? 0);
    };
    expect(bottomOf(part)).toBe(bottomOf(board.itemsOf));
  });

  it("holds nothing on an empty board", () => {
    expect(layoutGallery([], () => undefined, arrangement)).toEqual({ sections: [], height: 0, count: 0, isComplete: true });
    expect(sectionsBetween({ sections: [], height: 0, count: 0, isComplete: true }, 0, 100)).toEqual([]);
  });
});

describe("the anchor", () => {
  const board = () => inMemoryBoard({ "2026-03-03": [many(300)], "2026-03-02": [many(40)], "2026-03-01": [many(40)] });

  it("keeps what is on the screen when an estimate above is corrected", () => {
    const given = inMemoryBoard({ "2026-03-03": [Array.from({ length: 200 }, (_, i) => (i % 2 ? 0.5 : 2.1))], "2026-03-02": [many(40)] });
    given.load("2026-03-02.0");
    const before = layoutGallery(given.sections, given.itemsOf, arrangement);
    const seen = boxAt(before, { section: 1, card: 10 })?.y ?? 0;
    const position = seen - 130;
    given.loadAll();
    const after = layoutGallery(given.sections, given.itemsOf, arrangement);
    expect(after.height).not.toBe(before.height);
    const moved = positionOf(after, anchorAt(before, position)) ?? 0;
    expect((boxAt(after, { section: 1, card: 10 })?.y ?? 0) - moved).toBe(130);
  });

  it("keeps it when a result arrives above, when the size of tiles changes, and when the tile at the top goes", () => {
    const given = board();
    given.loadAll();
    const before = layoutGallery(given.sections, given.itemsOf, arrangement);
    const position = (boxAt(before, { section: 1, card: 12 })?.y ?? 0) + 10;
    const anchor = anchorAt(before, position);
    const [top] = anchor.tiles;
    given.prepend("2026-03-03.0", many(9, 1.9));
    for (const changed of [arrangement, { ...arrangement, tileSize: 180 }, { ...arrangement, width: 700 }]) {
      const after = layoutGallery(given.sections, given.itemsOf, changed);
      const place = placeOf(after, top?.id ?? "");
      expect((place && boxAt(after, place)?.y) ?? 0).toBe((positionOf(after, anchor) ?? 0) + (top?.offset ?? 0));
    }
    const without = { ...anchor, tiles: anchor.tiles.map((tile, index) => (index === 0 ? { ...tile, id: "gone" } : tile)) };
    expect(positionOf(before, without)).toBe(position);
  });

  it("keeps the share of a section that is not loaded", () => {
    const given = board();
    const before = layoutGallery(given.sections, given.itemsOf, arrangement);
    const middle = ((before.sections[0]?.top ?? 0) + (before.sections[0]?.bottom ?? 0)) / 2;
    const after = layoutGallery(given.sections, given.itemsOf, { ...arrangement, width: 500 });
    const moved = positionOf(after, anchorAt(before, middle)) ?? 0;
    expect(moved).toBeCloseTo(((after.sections[0]?.top ?? 0) + (after.sections[0]?.bottom ?? 0)) / 2);
  });
});
