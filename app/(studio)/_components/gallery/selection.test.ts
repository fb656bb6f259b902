import { describe, expect, it } from "vitest";
import { layoutGallery } from "./layout/layout-gallery";
import { inMemoryBoard } from "./layout/testing/in-memory-board";
import {
  countSelected,
  idsInBox,
  isSelected,
  mostNamed,
  namedIds,
  nothing,
  rangeBetween,
  type Selected,
  toggled,
  withIds,
  withoutGone,
  withoutIds,
} from "./selection";
import { successorOf } from "./use-leaving";

const board = inMemoryBoard({ "2026-03-02": [[1, 1, 1]], "2026-03-01": [[1, 1]] });
board.loadAll();
const arrangement = { kind: "justified", width: 800, tileSize: 200, gap: 8 } as const;
const layout = layoutGallery(board.sections, board.itemsOf, arrangement);
const [a, b, c, d, e] = ["2026-03-02.0.0", "2026-03-02.0.1", "2026-03-02.0.2", "2026-03-01.0.0", "2026-03-01.0.1"] as const;
const ids = (...each: string[]): Selected => ({ kind: "ids", ids: new Set(each) });
const all = (...except: string[]): Selected => ({ kind: "all", except: new Set(except) });

describe("a selection", () => {
  it("holds nothing that is gone, and counts nothing twice that was left out", () => {
    expect(withoutGone(ids(a, b), new Set([b, c]))).toEqual(ids(a));
    expect(countSelected(withoutGone(all(a, b), new Set([b])), 4)).toBe(3);
    const selected = ids(a);
    expect(withoutGone(selected, new Set([b]))).toBe(selected);
  });

  it("takes results in and out, one by one", () => {
    expect(toggled(nothing, [a])).toEqual(ids(a));
    expect(toggled(ids(a), [a])).toEqual(ids());
    expect(toggled(ids(a), [a, b])).toEqual(ids(a, b));
    expect(countSelected(ids(a, b), 200_000)).toBe(2);
  });

  it("of all is a rule with exceptions, also for what comes", () => {
    expect(toggled(all(), [a])).toEqual(all(a));
    expect(toggled(all(a), [a])).toEqual(all());
    expect([isSelected(all(a), a), isSelected(all(a), "new")]).toEqual([false, true]);
    expect(countSelected(all(a), 200_000)).toBe(199_999);
    expect(withoutIds(all(), [a, b])).toEqual(all(a, b));
  });

  it("names no more than can be named", () => {
    const many = Array.from({ length: 6000 }, (_, index) => `id ${index}`);
    expect(countSelected(withIds(ids(a), many), 0)).toBe(mostNamed);
    expect(isSelected(withIds(ids(a), many), a)).toBe(true);
  });
});

it("is named where it is small and loaded, however it was made", () => {
  expect(namedIds(ids(a, b), layout, 2)).toEqual([a, b]);
  expect(namedIds(ids(a, b), layout, 1)).toBeNull();
  expect(namedIds(all(a), layout, 4)).toEqual([b, c, d, e]);
  expect(namedIds(all(), layout, 4)).toBeNull();
  const unknown = inMemoryBoard({ "2026-03-01": [[1]] });
  expect(namedIds(all(), layoutGallery(unknown.sections, unknown.itemsOf, arrangement), 4)).toBeNull();
});

describe("a range", () => {
  it("goes from one result to another, either way, across days", () => {
    expect(rangeBetween(layout, b, d)).toEqual({ ids: [b, c, d], missing: [] });
    expect(rangeBetween(layout, d, b).ids).toEqual([b, c, d]);
    expect(rangeBetween(layout, a, a).ids).toEqual([a]);
    expect(rangeBetween(layout, "gone", "gone, too").ids).toEqual(["gone, too"]);
  });

  it("names the sections on its way that are not loaded", () => {
    const sparse = inMemoryBoard({ "2026-03-03": [[1]], "2026-03-02": [[1, 1]], "2026-03-01": [[1]] });
    const [first, , last] = sparse.sections;
    sparse.load(first?.key ?? "", last?.key ?? "");
    const loaded = layoutGallery(sparse.sections, sparse.itemsOf, arrangement);
    expect(rangeBetween(loaded, "2026-03-03.0.0", "2026-03-01.0.0").missing).toEqual([sparse.sections[1]?.key]);
  });
});

it("a box takes what it touches, in its section's own place", () => {
  const [first, second] = layout.sections;
  const [box] = first?.boxes ?? [];
  if (!first || !second || !box) throw new Error("nothing is placed");
  const within = { left: box.x + 5, right: box.x + 10, top: first.bodyTop + 5, bottom: first.bodyTop + 10 };
  expect(idsInBox(layout, within)).toEqual([a]);
  expect(idsInBox(layout, { left: 0, right: 800, top: 0, bottom: second.bodyTop + 1 })).toEqual([a, b, c, d, e]);
  expect(idsInBox(layout, { left: 0, right: 800, top: 0, bottom: 10 })).toEqual([]);
});

describe("when results leave, the focus goes", () => {
  it.each([
    ["to the next tile", [b], [0, 2]],
    ["past all that goes, into the next day", [b, c], [1, 0]],
    ["back, where nothing follows", [b, c, d, e], [0, 0]],
  ] as const)("%s", (_where, gone, [section, card]) =>
    expect(successorOf(layout, { section: 0, card: 1 }, (id) => (gone as readonly string[]).includes(id))).toEqual({ section, card }),
  );
  it("nowhere, where nothing is left", () => expect(successorOf(layout, { section: 0, card: 1 }, () => true)).toBeNull());
});
