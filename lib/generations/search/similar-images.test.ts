import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AskedSearch } from "@/lib/generations/search/resolve-search";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedBoard } from "@/lib/testing/seed/board";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let stranger: Viewer;
let boardId: string;
let sourceId: string;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/curation/bulk-jobs/change-generations")),
  ...(await import("@/lib/generations/gallery/find-sections")),
  ...(await import("@/lib/generations/search/resolve-search")),
  ...(await import("@/lib/generations/search/search-generations")),
  ...(await import("@/lib/generations/search/search-sql")),
});
let boards: Awaited<ReturnType<typeof load>>;

const boardOf = async ({ tenantId, userId: ownerId }: Viewer, more: object = {}) => (await seedBoard({ tenantId, ownerId, ...more })).id;
const looks = "01".repeat(32);
/** Looks that differ by so many bits. */
const another = (bits: number) => [...looks].map((bit, at) => (at < bits ? String(1 - Number(bit)) : bit)).join("");

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  [owner, stranger] = [await installation.viewer("owner"), await installation.viewer("stranger")];
});
afterAll(() => installation.close());

beforeEach(async () => {
  boardId = await boardOf(owner);
  sourceId = await make(0);
});

const make = async (bits: number | null, more: object = {}) => {
  const columns = { perceptualHash: bits === null ? null : another(bits), ...more };
  return (await seedGeneration({ ...owner, boardId }, columns)).id;
};

async function found(search: AskedSearch, viewer: Viewer | null = owner) {
  const sql = boards.searchSql(viewer, await boards.resolveSearch(viewer, search));
  const ids = await boards.findIds(sql, { bounds: [], direction: "desc", take: 50 });
  expect(await boards.countFound(sql)).toBe(ids.length);
  return ids.sort();
}

describe("what looks like a generation", () => {
  it("is itself, and what differs by at most 12 of 64 bits, with everything else that is asked for", async () => {
    const near = [await make(1), await make(12, { artifactType: "video" })];
    await make(13);
    await make(64);
    await make(null);
    await make(1, { trashedAt: new Date() });
    expect(await found({ boardId, similarTo: sourceId })).toEqual([sourceId, ...near].sort());
    expect(await found({ boardId, similarTo: sourceId, artifactTypes: ["video"] })).toEqual([near[1]]);
    const sections = await boards.findSections(owner, "UTC", { boardId, similarTo: sourceId });
    expect(sections?.totalCount).toBe(3);
  });

  it("is looked for on one board, or on all of one's own, and never on others'", async () => {
    const others = await boardOf(owner);
    const elsewhere = (await seedGeneration({ ...owner, boardId: others }, { perceptualHash: looks })).id;
    const theirs = await boardOf(stranger, { isPublic: true });
    await seedGeneration({ ...stranger, boardId: theirs }, { perceptualHash: looks });
    expect(await found({ boardId, similarTo: sourceId })).toEqual([sourceId]);
    expect(await found({ boardId: others, similarTo: sourceId })).toEqual([elsewhere]);
    const all = await found({ similarTo: sourceId });
    expect(all).toEqual(expect.arrayContaining([sourceId, elsewhere]));
    const places = await boards.db().generation.findMany({ where: { id: { in: all } }, select: { tenantId: true, boardId: true } });
    expect(places.every(({ boardId: place, tenantId }) => tenantId === owner.tenantId && place !== theirs)).toBe(true);
  });

  it("can only be asked for of what the viewer may see, and has a preview", async () => {
    const missing = { reason: "generation.not_found", field: "search.similarTo" };
    await expect(boards.resolveSearch(stranger, { similarTo: sourceId }, "search.")).rejects.toMatchObject(missing);
    await expect(boards.resolveSearch(null, { similarTo: sourceId }, "search.")).rejects.toMatchObject(missing);
    await expect(boards.changeGenerations(stranger, { similarTo: sourceId }, { isStarred: true })).rejects.toMatchObject(missing);
    const plain = await make(null);
    await expect(boards.resolveSearch(owner, { similarTo: plain })).rejects.toMatchObject({ reason: "input.invalid", field: "similarTo" });
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    expect(await found({ boardId, similarTo: sourceId }, stranger)).toEqual([sourceId]);
    expect(await found({ boardId, similarTo: sourceId }, null)).toEqual([sourceId]);
  });

  it("is found on while the generation itself lies in the trash, by its board's own people", async () => {
    const copy = await make(2);
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    await boards.db().generation.update({ where: { id: sourceId }, data: { trashedAt: new Date() } });
    expect(await found({ boardId, similarTo: sourceId })).toEqual([copy]);
    await expect(boards.resolveSearch(stranger, { boardId, similarTo: sourceId })).rejects.toMatchObject({ reason: "generation.not_found" });
  });

  it("is changed by a job that needs nothing of it any more", async () => {
    await make(3);
    const job = await boards.changeGenerations(owner, { boardId, similarTo: sourceId }, { delete: true });
    expect(job.arguments).toMatchObject({ search: { boardId, perceptualHash: looks } });
  });

  it("is compared within an index, which holds all that it takes", async () => {
    for (const where of [{ boardId }, {}]) {
      const search = boards.searchSql(owner, await boards.resolveSearch(owner, { ...where, similarTo: sourceId }));
      const plan = await boards.db().$transaction(async (tx) => {
        // So few rows are read faster as they lie.
        await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
        await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
        return tx.$queryRaw<object[]>`EXPLAIN SELECT g.id ${search}`;
      });
      expect(JSON.stringify(plan)).toContain("Index Only Scan using idx_generations_perceptual_hash on generations alike");
    }
  });
});
