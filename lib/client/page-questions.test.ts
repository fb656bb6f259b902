import { describe, expect, it } from "vitest";
import { openingDaysOf } from "./page-questions.ts";

const tile = (id: string, createdAt: string, batch: [id: string, index: number] = [id, 0]) => ({
  ...{ id, createdAt, batchId: batch[0], batchIndex: batch[1], batchSize: 1, artifactType: "IMAGE", status: "COMPLETED" },
  ...{ width: 300, height: 200, small: `http://elsewhere.test/api/storage/${id}?signature=s`, medium: null, large: null, placeholder: "aa" },
});
const answerOf = (...generations: object[]) => JSON.stringify({ data: { galleryOpening: { generations, hasMore: false, eventNumber: 1 } } });
const idsOf = (...args: Parameters<typeof openingDaysOf>) => openingDaysOf(...args).map(({ day, tiles }) => [day, ...tiles.map(({ id }) => id)]);

describe("what a page shows first", () => {
  const answer = answerOf(
    tile("late", "2026-03-02T23:30:00Z"),
    tile("two", "2026-03-02T10:00:00Z", ["batch", 1]),
    tile("one", "2026-03-02T10:00:00Z", ["batch", 0]),
    tile("early", "2026-03-01T22:30:00Z"),
  );

  it("is in the gallery's order: days and batches the newest first, each batch in its own order", () => {
    expect(idsOf(answer, "NEWEST", "UTC", 10)).toEqual([
      ["2026-03-02", "late", "one", "two"],
      ["2026-03-01", "early"],
    ]);
    expect(idsOf(answer, "OLDEST", "UTC", 10)).toEqual([
      ["2026-03-01", "early"],
      ["2026-03-02", "one", "two", "late"],
    ]);
  });

  it("belongs to the days of the viewer's time zone", () => {
    expect(idsOf(answer, "NEWEST", "Europe/Berlin", 10)).toEqual([
      ["2026-03-03", "late"],
      ["2026-03-02", "one", "two"],
      ["2026-03-01", "early"],
    ]);
  });

  it("is no more than asked for, at the page's own addresses", () => {
    const [day] = openingDaysOf(answer, "NEWEST", "UTC", 1);
    expect(day?.tiles).toEqual([{ id: "late", ratio: 1.5, small: "/api/storage/late?signature=s", medium: null, large: null, placeholder: "aa" }]);
  });

  it("is nothing where nothing is found, or the board is not the viewer's", () => {
    expect(openingDaysOf(answerOf(), "NEWEST", "UTC", 10)).toEqual([]);
    expect(openingDaysOf('{"errors":[{}],"data":null}', "NEWEST", "UTC", 10)).toEqual([]);
  });
});
