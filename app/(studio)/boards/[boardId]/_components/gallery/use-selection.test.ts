import { describe, expect, it } from "vitest";
import { layoutGallery } from "./layout/layout-gallery";
import { inMemoryBoard } from "./layout/testing/in-memory-board";
import { idsBetween, mostSelected, withIds } from "./use-selection";
import { successorOf } from "./use-trashing";

const board = inMemoryBoard({ "2026-03-02": [[1, 1, 1]], "2026-03-01": [[1, 1]] });
board.loadAll();
const layout = layoutGallery(board.sections, board.itemsOf, { kind: "justified", width: 800, tileSize: 200, gap: 8 });
const [a, b, c, d, e] = ["2026-03-02.0.0", "2026-03-02.0.1", "2026-03-02.0.2", "2026-03-01.0.0", "2026-03-01.0.1"] as const;

describe("a selection", () => {
  it("goes from one result to another, either way, across days", () => {
    expect(idsBetween(layout, b, d)).toEqual([b, c, d]);
    expect(idsBetween(layout, d, b)).toEqual([b, c, d]);
    expect(idsBetween(layout, a, a)).toEqual([a]);
    expect(idsBetween(layout, "gone", e)).toEqual([e]);
  });

  it("holds no more than one request can change", () => {
    const ids = Array.from({ length: 300 }, (_, index) => `id ${index}`);
    expect(withIds(new Set([a]), ids).size).toBe(mostSelected);
    expect(withIds(new Set([a]), ids).has(a)).toBe(true);
    expect([...withIds(new Set([a]), [a, b])]).toEqual([a, b]);
  });
});

describe("after a deletion the focus goes", () => {
  it.each([
    ["to the next tile", [b], [0, 2]],
    ["past all that goes, into the next day", [b, c], [1, 0]],
    ["back, where nothing follows", [b, c, d, e], [0, 0]],
  ] as const)("%s", (_where, gone, [section, card]) => expect(successorOf(layout, { section: 0, card: 1 }, gone)).toEqual({ section, card }));
  it("nowhere, where nothing is left", () => expect(successorOf(layout, { section: 0, card: 1 }, [a, b, c, d, e])).toBeNull());
});
