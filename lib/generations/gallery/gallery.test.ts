import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedMember } from "@/lib/testing/seed/board";
import { type GenerationColumns, seedGenerations } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/gallery/find-sections")),
  ...(await import("@/lib/generations/gallery/find-items")),
  ...(await import("@/lib/generations/gallery/find-opening")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
});
let boards: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

async function boardOf(count: number, columnsOf: (index: number) => GenerationColumns) {
  const { id: boardId } = await boards.createBoard(owner, { title: "Gallery" });
  await seedGenerations({ ...owner, boardId }, count, columnsOf);
  return boardId;
}

/** The index of a board and what lies in each of its sections, as its owner sees it. */
async function readAll(boardId: string, { timeZone = "UTC", search = {} as object } = {}) {
  return boards.withinTenant(owner.tenantId, async () => {
    const index = await boards.findSections(owner, timeZone, { boardId, ...search });
    if (!index) throw new Error("the board is not seen");
    const pages = [];
    for (const section of index.sections) pages.push(await boards.findItems(owner, section, { boardId, ...search }));
    return { ...index, pages: pages.map((page) => page?.rows ?? []) };
  });
}

/** What must hold of every gallery: the index says what is there, nothing is lost or told twice, and all is in order. */
async function insistOn(boardId: string, { sections, totalCount, pages }: Awaited<ReturnType<typeof readAll>>, where: object = {}) {
  const rows = await boards.db().generation.findMany({ where: { boardId, trashedAt: null, ...where }, orderBy: [{ createdAt: "asc" }] });
  expect(totalCount).toBe(rows.length);
  expect(
    pages
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(rows.map(({ id }) => id).sort());
  expect(sections.map(({ count }) => count)).toEqual(pages.map((page) => page.length));
  for (const [place, page] of pages.entries())
    expect(sections[place]?.ratioSum).toBeCloseTo(
      page.reduce((sum, { ratio }) => sum + ratio, 0),
      6,
    );
  expect(pages.flat().map(({ createdAt }) => createdAt.getTime())).toEqual(rows.map(({ createdAt }) => createdAt.getTime()));
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(300);
}

const start = Date.parse("2026-03-28T12:00:00Z");

describe("a board's gallery", () => {
  it("is cut into days of the viewer's time zone, with every generation in one section", async () => {
    const boardId = await boardOf(1500, (place) => ({
      createdAt: new Date(start + place * 171_500),
      width: place % 7 ? 300 + place : null,
      height: place % 7 ? 400 : null,
      artifactType: place % 3 ? "image" : "video",
      trashedAt: place % 11 ? null : new Date(),
    }));
    for (const timeZone of ["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/Los_Angeles"]) {
      const gallery = await readAll(boardId, { timeZone });
      await insistOn(boardId, gallery);
      const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
      for (const [place, page] of gallery.pages.entries())
        expect(new Set(page.map(({ createdAt }) => dayOf.format(createdAt)))).toEqual(new Set([gallery.sections[place]?.day]));
    }
    const videos = await readAll(boardId, { search: { artifactTypes: ["video"] } });
    await insistOn(boardId, videos, { artifactType: "video" });
    expect(videos.totalCount).toBeLessThan(500);
  });

  it("shows what a search finds, on one board or on all that are the viewer's", async () => {
    const boardId = await boardOf(40, (place) => ({ createdAt: new Date(start + place), status: place % 4 ? "completed" : "failed" }));
    const failed = await readAll(boardId, { search: { statuses: ["failed"] } });
    await insistOn(boardId, failed, { status: "failed" });
    expect(failed.totalCount).toBe(10);
    const everywhere = await boards.withinTenant(owner.tenantId, () => boards.findSections(owner, "UTC", {}));
    expect(everywhere?.totalCount).toBe(await boards.db().generation.count({ where: { tenantId: owner.tenantId, trashedAt: null } }));
    const other = await installation.viewer("other");
    expect((await boards.withinTenant(other.tenantId, () => boards.findSections(other, "UTC", {})))?.totalCount).toBe(0);
    await expect(boards.findSections(null, "UTC", {})).rejects.toMatchObject({ reason: "auth.required" });
    await expect(boards.findSections(owner, "UTC", { boardId, minRating: 9 })).rejects.toMatchObject({ field: "search.minRating" });
  });

  it("of all boards holds what is on one's own and those one is a member of, and nothing of anybody else's", async () => {
    const [member, stranger, other] = [
      await installation.viewer("member"),
      await installation.viewer("nobody here"),
      await installation.viewer("elsewhere", "third"),
    ];
    const own = await boardOf(1, () => ({}));
    await boards.db().board.update({ where: { id: await boardOf(1, () => ({})) }, data: { isPublic: true } });
    await seedMember(own, member.userId, "viewer");
    const heldFor = (viewer: Viewer) =>
      boards.withinTenant(viewer.tenantId, async () => {
        const opening = await boards.findOpening(viewer, {}, false);
        const items = await boards.findItems(viewer, { start: "0", end: String(Date.now() + 60_000) }, {});
        const index = await boards.findSections(viewer, "UTC", {});
        expect(items?.rows.map(({ id }) => id).sort()).toEqual([...(opening?.ids ?? [])].sort());
        expect(index?.totalCount).toBe(opening?.ids.length);
        const rows = await boards.db().generation.findMany({ where: { id: { in: opening?.ids ?? [] } } });
        return rows.map(({ boardId }) => boardId);
      });
    expect(await heldFor(member)).toEqual([own]);
    expect(await heldFor(stranger)).toEqual([]);
    expect(await heldFor(other)).toEqual([]);
    await expect(boards.findOpening(null, {}, false)).rejects.toThrow();
  });

  it("splits a moment that holds more than a section may between batches, which stay whole and in order", async () => {
    const moment = new Date(start);
    const batches = Array.from({ length: 200 }, () => uuidv7());
    // Written down in no order, all at the same millisecond.
    const boardId = await boardOf(1000, (place) => {
      const batchIndex = Math.floor(place / 200);
      const batchId = batches[(place * 37) % 200] ?? "";
      return { ...(batchIndex === 0 ? { id: batchId } : {}), batchId, batchIndex, batchSize: 5, createdAt: moment };
    });
    const gallery = await readAll(boardId);
    await insistOn(boardId, gallery);
    expect(gallery.sections.length).toBeGreaterThan(3);
    for (const page of gallery.pages) {
      expect(page.map(({ batchIndex }) => batchIndex)).toEqual(page.map((_, place) => place % 5));
      expect(new Set(page.map(({ batchId }) => batchId)).size).toBe(page.length / 5);
    }
  });

  it("is empty for an empty board, and nothing at all for one that cannot be seen", async () => {
    const boardId = await boardOf(0, () => ({}));
    expect(await readAll(boardId)).toMatchObject({ sections: [], totalCount: 0, eventNumber: 0 });
    const stranger = await installation.viewer("stranger", "another");
    await boards.withinTenant(stranger.tenantId, async () => {
      expect(await boards.findSections(stranger, "UTC", { boardId })).toBeNull();
      expect(await boards.findItems(stranger, { start: "0", end: "1" }, { boardId })).toBeNull();
    });
  });

  it.each([
    [{ start: "yesterday", end: "1" }, "start"],
    [{ start: "1", end: "1_2" }, "end"],
    [{ start: "0", end: "999999999999999" }, "end"],
  ])("refuses bounds that are none, and names the field: %o", async (bounds, field) => {
    const boardId = await boardOf(0, () => ({}));
    await expect(boards.findItems(owner, bounds, { boardId })).rejects.toMatchObject({ reason: "input.invalid", field });
  });

  it("knows of which event on it tells", async () => {
    const boardId = await boardOf(1, () => ({}));
    const { appendEvent, payloadOf } = await import("@/lib/generations/progress/append-event");
    const row = await boards.db().generation.findFirstOrThrow({ where: { boardId } });
    await boards.db().$transaction((tx) => appendEvent(tx, { boardId, generationId: row.id, type: "created", payload: payloadOf(row) }));
    expect(await readAll(boardId)).toMatchObject({ totalCount: 1, eventNumber: 1 });
  });
});

describe("the opening of a gallery", () => {
  it("is the newest or the oldest of what a search finds, and tells whether there is more", async () => {
    const boardId = await boardOf(100, (place) => ({ createdAt: new Date(start + place * 1000), artifactType: place % 2 ? "image" : "video" }));
    const all = (await readAll(boardId)).pages.flat().map(({ id }) => id);
    const opening = (search: object, isOldestFirst = false) =>
      boards.withinTenant(owner.tenantId, () => boards.findOpening(owner, { boardId, ...search }, isOldestFirst));
    expect(await opening({})).toEqual({ ids: all.toReversed().slice(0, 60), hasMore: true, eventNumber: 0 });
    expect(await opening({}, true)).toMatchObject({ ids: all.slice(0, 60), hasMore: true });
    expect(await opening({ artifactTypes: ["video"] })).toMatchObject({
      ids: all.filter((_, place) => place % 2 === 0).toReversed(),
      hasMore: false,
    });
    const stranger = await installation.viewer("stranger", "another");
    expect(await boards.withinTenant(stranger.tenantId, () => boards.findOpening(stranger, { boardId }, false))).toBeNull();
  });

  it("keeps the order of a batch", async () => {
    const [first, second] = [uuidv7(), uuidv7()];
    const boardId = await boardOf(4, (place) => ({
      ...(place % 2 ? {} : { id: place ? second : first }),
      batchId: place < 2 ? first : second,
      batchIndex: place % 2,
      batchSize: 2,
      createdAt: new Date(start + (place < 2 ? 0 : 1000)),
    }));
    const { ids } = (await boards.withinTenant(owner.tenantId, () => boards.findOpening(owner, { boardId }, false))) ?? { ids: [] };
    const rows = await boards.db().generation.findMany({ where: { boardId } });
    const placeOf = (id: string) => rows.filter((row) => row.id === id).map(({ batchId, batchIndex }) => [batchId, batchIndex])[0];
    expect(ids.map(placeOf)).toEqual([
      [second, 0],
      [second, 1],
      [first, 0],
      [first, 1],
    ]);
  });
});
