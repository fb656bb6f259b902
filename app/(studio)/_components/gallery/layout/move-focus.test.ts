import { describe, expect, it } from "vitest";
import { layoutGallery } from "./layout-gallery";
import { type Move, moveFocus } from "./move-focus";
import { inMemoryBoard } from "./testing/in-memory-board";

// Rows of four squares: 0 1 2 3 / 4 5 on the first day, 0 1 2 3 / 4 on the second.
const board = inMemoryBoard({ "2026-03-02": [Array(4).fill(1), Array(2).fill(1)], "2026-03-01": [Array(5).fill(1)] });
board.loadAll();
const layout = layoutGallery(board.sections, board.itemsOf, { kind: "square", width: 992, tileSize: 242, gap: 8 });
const go = (section: number, card: number, move: Move, screen = 600) => {
  const to = moveFocus(layout, { section, card }, move, screen);
  return to && ("card" in to ? [to.section, to.card] : [to.section, to.enter]);
};

describe("the focus moves", () => {
  it.each<[string, [number, number], Move, [number, number] | null]>([
    ["to the next in order", [0, 1], "right", [0, 2]],
    ["on from one section to the next", [0, 3], "right", [1, 0]],
    ["on into the next day", [1, 1], "right", [2, 0]],
    ["back into the day before", [2, 0], "left", [1, 1]],
    ["nowhere from the first to the left", [0, 0], "left", null],
    ["nowhere from the last to the right", [2, 4], "right", null],
    ["to the tile below", [0, 1], "down", [1, 1]],
    ["to the nearest below, where none is straight below", [0, 3], "down", [1, 1]],
    ["down into the next day", [1, 0], "down", [2, 0]],
    ["up to the tile above", [2, 1], "up", [1, 1]],
    ["nowhere up from the first row", [0, 2], "up", null],
    ["nowhere down from the last row", [2, 4], "down", null],
    ["to the start of the row", [0, 2], "rowStart", [0, 0]],
    ["to the end of the row", [2, 0], "rowEnd", [2, 3]],
    ["to the first of all", [2, 4], "first", [0, 0]],
    ["to the last of all", [0, 0], "last", [2, 4]],
    ["a screen down", [0, 0], "pageDown", [2, 0]],
    ["a screen up", [2, 4], "pageUp", [1, 0]],
  ])("%s", (_what, [section, card], move, to) => expect(go(section, card, move)).toEqual(to));

  it("at least one row by a page, on however low a screen", () => expect(go(0, 0, "pageDown", 10)).toEqual([1, 0]));

  it("into a section that is not loaded, which says from which end it is entered", () => {
    const partly = inMemoryBoard({ "2026-03-03": [[1]], "2026-03-02": [[1, 1]], "2026-03-01": [[1]] });
    partly.load("2026-03-02.0");
    const known = layoutGallery(partly.sections, partly.itemsOf, { kind: "justified", width: 992, tileSize: 242, gap: 8 });
    expect(moveFocus(known, { section: 1, card: 1 }, "right", 600)).toEqual({ section: 2, enter: "start" });
    expect(moveFocus(known, { section: 1, card: 0 }, "left", 600)).toEqual({ section: 0, enter: "end" });
    expect(moveFocus(known, { section: 1, card: 0 }, "down", 600)).toEqual({ section: 2, enter: "start" });
    expect(moveFocus(known, { section: 1, card: 0 }, "last", 600)).toEqual({ section: 2, enter: "end" });
    expect(moveFocus(known, { section: 1, card: 0 }, "first", 600)).toEqual({ section: 0, enter: "start" });
  });

  it("to the end of all that there is, once it is known and loaded", () => {
    const opening = inMemoryBoard({ "2026-03-02": [[1, 1, 1]], "2026-03-01": [[1, 1]] });
    opening.loadAll();
    const part = (key: string) => (key === "2026-03-01.0" ? opening.itemsOf(key)?.slice(0, 1) : opening.itemsOf(key));
    const look = { kind: "square", width: 992, tileSize: 242, gap: 8 } as const;
    const partly = layoutGallery(opening.sections, part, look);
    expect(moveFocus(partly, { section: 0, card: 0 }, "last", 600)).toEqual({ section: 1, enter: "end" });
    expect(moveFocus(partly, { section: 1, card: 0 }, "right", 600)).toBeNull();
    const first = layoutGallery(opening.sections.slice(0, 1), opening.itemsOf, look, null, false);
    expect(moveFocus(first, { section: 0, card: 0 }, "last", 600)).toEqual({ section: 0, enter: "end" });
    const whole = layoutGallery(opening.sections, opening.itemsOf, look);
    expect(moveFocus(whole, { section: 0, card: 0 }, "last", 600)).toEqual({ section: 1, card: 1 });
  });
});
