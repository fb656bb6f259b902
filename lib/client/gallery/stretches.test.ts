import { describe, expect, it } from "vitest";
import type { GalleryItem } from "./gallery-item.ts";
import { filled, putItem, reconcile, type Stretch } from "./stretches.ts";

const item = (id: string, createdAt: string, more: Partial<GalleryItem> = {}): GalleryItem => ({
  ...{ id, ratio: 1.5, artifactType: "IMAGE", status: "COMPLETED", placeholder: null, batchId: id, batchIndex: 0, batchSize: 1, createdAt },
  ...more,
});
const at = (time: string) => String(Date.parse(time));
const stretch = (day: string, from: string, until: string, count = 10): Stretch => {
  const [start, end] = [at(`${day}T${from}:00.000Z`), at(`${day}T${until}:00.000Z`)];
  return { key: start, day, start, end, count, ratioSum: count * 1.5, items: undefined, isStale: false };
};
const idsOf = (stretches: readonly Stretch[]) => stretches.map(({ items }) => items?.map(({ id }) => id));

describe("what is put onto a board", () => {
  const day = "2026-05-01";
  const loaded = filled(stretch(day, "10:00", "10:15"), [item("a", `${day}T10:01:00.000Z`), item("c", `${day}T10:03:00.000Z`)]);

  it("has its place by time, and what lies beside it stays", () => {
    const put = putItem([loaded], item("b", `${day}T10:02:00.000Z`, { ratio: 2 }), day);
    expect(idsOf(put)).toEqual([["a", "b", "c"]]);
    expect(put[0]).toMatchObject({ key: loaded.key, count: 3, ratioSum: 5 });
    expect(idsOf([loaded])).toEqual([["a", "c"]]);
  });

  it("is there once, however often it is put", () => {
    const once = putItem([loaded], item("b", `${day}T10:02:00.000Z`), day);
    const twice = putItem(once, item("b", `${day}T10:02:00.000Z`, { status: "FAILED" }), day);
    expect(idsOf(twice)).toEqual([["a", "b", "c"]]);
    expect(twice[0]?.items?.[1]?.status).toBe("FAILED");
  });

  it("keeps a batch together, in its own order, also where two were made at once", () => {
    const batch = (batchId: string, batchIndex: number) => item(`${batchId}${batchIndex}`, `${day}T10:05:00.000Z`, { batchId, batchIndex });
    const put = [batch("y", 1), batch("x", 1), batch("y", 0), batch("x", 0)].reduce<Stretch[]>((all, each) => putItem(all, each, day), [loaded]);
    expect(idsOf(put)).toEqual([["a", "c", "x0", "x1", "y0", "y1"]]);
  });

  it("makes a section reach further on its day, and a day of its own where there is none", () => {
    const later = putItem([loaded], item("d", `${day}T15:20:00.000Z`), day);
    expect(later).toMatchObject([{ key: loaded.key, start: loaded.start, end: at(`${day}T15:30:00Z`), count: 3 }]);
    const earlier = putItem([loaded], item("e", `${day}T09:20:00.000Z`), day);
    expect(earlier).toMatchObject([{ key: loaded.key, start: at(`${day}T09:15:00Z`), end: loaded.end, count: 3 }]);
    const before = putItem([loaded], item("f", "2026-04-30T10:00:00.000Z"), "2026-04-30");
    expect(before).toMatchObject([{ day: "2026-04-30", count: 1, ratioSum: 1.5 }, { day }]);
  });

  it("leaves the count to the page where that is not loaded", () => {
    const put = putItem([stretch(day, "10:00", "10:15", 200)], item("b", `${day}T10:02:00.000Z`), day);
    expect(put).toMatchObject([{ count: 200, items: undefined, isStale: true }]);
  });

  it("splits a section that grows too large, between batches", () => {
    let all: Stretch[] = [loaded];
    for (let place = 0; place < 700; place++) {
      const batch = String(Math.floor(place / 7)).padStart(4, "0");
      all = putItem(all, item(`${batch}-${place % 7}`, `${day}T10:05:00.000Z`, { batchId: batch, batchIndex: place % 7 }), day);
    }
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(702);
    for (const [place, { count, items, end }] of all.entries()) {
      expect(count).toBeLessThanOrEqual(300);
      if (all[place + 1]) expect(all[place + 1]?.start).toBe(end);
      expect(place === 0 ? items?.[0]?.id : items?.[0]?.batchIndex).toBe(place === 0 ? "a" : 0);
    }
  });
});

describe("a new index", () => {
  const [first, second] = ["2026-05-01", "2026-05-02"];
  const known = [
    filled(stretch(first, "10:00", "11:00"), [item("a", `${first}T10:01:00.000Z`), item("b", `${first}T10:40:00.000Z`)]),
    filled(stretch(second, "10:00", "11:00"), [item("c", `${second}T10:01:00.000Z`)]),
  ];

  it("leaves a day as it is that has not changed", () => {
    const told = [{ ...stretch(first, "10:00", "11:00", 2), ratioSum: 3 }, stretch(second, "10:00", "11:00", 2)];
    const [same, changed] = reconcile(known, told);
    expect(same).toBe(known[0]);
    expect(changed).toMatchObject({ isStale: true, items: [{ id: "c" }] });
  });

  it("keeps what is loaded where a day is cut in another way, until its pages are there", () => {
    const told = [stretch(first, "10:00", "10:30", 1), stretch(first, "10:30", "11:00", 2)];
    expect(reconcile(known, told)).toMatchObject([
      { items: [{ id: "a" }], count: 1, isStale: true },
      { items: [{ id: "b" }], count: 2, isStale: true },
    ]);
  });

  it("knows nothing of a section of which only a part was loaded, and drops days that have gone", () => {
    const partly = [known[0] as Stretch, stretch(first, "11:00", "12:00")];
    const told = [stretch(first, "10:30", "11:30", 7)];
    expect(reconcile(partly, told)).toMatchObject([{ items: undefined, count: 7 }]);
    expect(reconcile(known, [])).toEqual([]);
  });
});
