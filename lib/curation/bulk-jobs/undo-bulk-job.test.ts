import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedGenerations } from "@/lib/testing/seed/generation";
import type { BulkJob } from "@/prisma/generated/client";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let editor: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/bulk-jobs/change-generations")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/tend-bulk-jobs")),
  ...(await import("@/lib/curation/bulk-jobs/undo-bulk-job")),
  ...(await import("@/lib/curation/marks/mark-generations")),
  ...(await import("@/lib/curation/tags/tag-generations")),
  ...(await import("@/lib/curation/tags/write-tags")),
  ...(await import("@/lib/curation/trash/trash")),
  ...(await import("@/lib/generations/add-up-counts")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  editor = await installation.viewer("editor");
});
afterAll(() => installation.close());

async function filled(count: number) {
  const { id: boardId } = await boards.createBoard(owner, { title: "Large" });
  const createdAt = new Date(Date.now() - 3600_000);
  const ids = await seedGenerations({ ...owner, boardId }, count, () => ({ inputParams: { prompt: "x" }, createdAt }));
  return { boardId, ids };
}
async function run(job: BulkJob) {
  await boards.doPieces(job.id, Infinity);
  return boards.db().bulkJob.findUniqueOrThrow({ where: { id: job.id } });
}
const rowsOn = (boardId: string) => boards.db().generation.findMany({ where: { boardId, trashedAt: null } });

it("changes only the named ones of what matches, or all but those", async () => {
  const { boardId, ids } = await filled(12);
  const [first = "", second = "", third = ""] = ids;
  const elsewhere = (await filled(1)).ids[0] ?? "";
  await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: true }, { ids: [first, elsewhere] }));
  expect((await rowsOn(boardId)).length).toBe(11);
  await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: true }, { exceptIds: [second, third] }));
  expect(new Set((await rowsOn(boardId)).map(({ id }) => id))).toEqual(new Set([second, third]));
  await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: true }, { ids: [] }));
  expect((await rowsOn(boardId)).length).toBe(2);
  const tooMany = Array.from({ length: 5001 }, () => first);
  await expect(boards.changeGenerations(owner, {}, { isTrashed: true }, { exceptIds: tooMany })).rejects.toMatchObject({ field: "exceptIds" });
});

it("puts what a job trashed back, and nothing that was in the trash before", async () => {
  const { boardId, ids } = await filled(2300);
  await boards.trashGenerations(owner, ids.slice(0, 3));
  const job = await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: true }));
  expect(job).toMatchObject({ state: "completed", done: 2297 });
  expect(await run(await boards.undoBulkJob(owner, job.id))).toMatchObject({ state: "completed", kind: "undo", total: 2297, done: 2297, skipped: 0 });
  expect((await rowsOn(boardId)).length).toBe(2297);
  expect(await boards.correctCounts()).toBe(0);
  // Once: there is nothing left of it.
  await expect(boards.undoBulkJob(owner, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_undoable" });
});

it("looks for results by their ids, not through all of the trash, and so does who restores a few", async () => {
  const { boardId, ids } = await filled(3000);
  // As after a large change: the statistics know of nothing in the trash.
  await boards.db().$executeRaw`ANALYZE boards.generations`;
  const job = await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: true }));
  const listening = { isOn: true };
  const reads: string[] = [];
  boards.db().$on("query", ({ query }) => {
    if (listening.isOn && /^SELECT .* FROM "boards"\."generations" .* IN \(/s.test(query)) reads.push(query);
  });
  await boards.restoreGenerations(owner, ids.slice(0, 200));
  expect(reads.length).toBeGreaterThan(0);
  expect(await run(await boards.undoBulkJob(owner, job.id))).toMatchObject({ done: 3000, skipped: 200 });
  listening.isOn = false;
  expect(reads.length).toBeGreaterThan(3);
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const plans: string[] = [];
  for (const query of reads) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${query}`);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  await client.end();
  for (const plan of plans) expect(plan).toContain("Index Scan using generations_pkey");
});

it("gives stars, ratings, tags and boards back as each generation had them", async () => {
  const { ids } = await filled(6);
  const { boardId: otherId } = await filled(0);
  const [a = "", b = "", c = ""] = ids;
  const tagIds = [(await boards.createTag(owner, { name: "Kept" })).id, (await boards.createTag(owner, { name: "Put" })).id] as const;
  await boards.markGenerations(owner, [a], { isStarred: true, rating: 2 });
  await boards.markGenerations(owner, [b], { rating: 5 });
  await boards.tagGenerations(owner, [c], { add: [tagIds[0]], remove: [] });
  const state = async () => ({
    marks: (await boards.db().generationMark.findMany({ where: { generation: { id: { in: ids } } }, orderBy: { generationId: "asc" } })).map(
      ({ generationId, isStarred, rating }) => ({ generationId, isStarred, rating }),
    ),
    rows: (await boards.db().generation.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } })).map(({ id, tagIds, boardId }) => ({
      ...{ id, boardId },
      tagIds: tagIds.toSorted(),
    })),
  });
  const before = await state();
  const jobs = [];
  for (const change of [
    { isStarred: true },
    { rating: 4 },
    { isStarred: false },
    { rating: 0 },
    { addTagIds: [...tagIds] },
    { addTagIds: [tagIds[1]], removeTagIds: [tagIds[0]] },
    { moveToBoardId: otherId },
  ])
    jobs.push(await run(await boards.changeGenerations(owner, {}, change, { ids })));
  expect((await state()).rows.every((row) => row.boardId === otherId && row.tagIds.length === 1)).toBe(true);
  for (const { id } of jobs.reverse()) await run(await boards.undoBulkJob(owner, id));
  expect(await state()).toEqual(before);
});

it("stops a job that still runs, and takes back what it did", async () => {
  const { boardId } = await filled(1500);
  const job = await boards.changeGenerations(owner, { boardId }, { isTrashed: true });
  await boards.doPiece(job.id);
  expect((await rowsOn(boardId)).length).toBe(500);
  await run(await boards.undoBulkJob(owner, job.id));
  expect((await rowsOn(boardId)).length).toBe(1500);
  expect(await boards.db().bulkJob.findUniqueOrThrow({ where: { id: job.id } })).toMatchObject({ state: "cancelled" });
});

it("is for the person whose job it is, within a day, and not for what cannot be undone", async () => {
  const { boardId } = await filled(3);
  const job = await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: true }));
  await expect(boards.undoBulkJob(editor, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_found" });
  await boards.pruneBulkJobs(new Date(Date.now() + 2 * 86_400_000));
  await expect(boards.undoBulkJob(owner, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_undoable" });
  const other = await filled(2);
  const deleted = await run(await boards.changeGenerations(owner, { boardId: other.boardId }, { delete: true }));
  await expect(boards.undoBulkJob(owner, deleted.id)).rejects.toMatchObject({ reason: "bulk_job.not_undoable" });
});

it("rates with whole numbers from 0 to 5", async () => {
  await expect(boards.changeGenerations(owner, {}, { rating: 6 })).rejects.toMatchObject({ field: "change.rating" });
});
