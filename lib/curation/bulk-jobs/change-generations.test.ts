import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { type GenerationColumns, seedGenerations } from "@/lib/testing/seed/generation";
import type { BulkJob, Prisma } from "@/prisma/generated/client";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let editor: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/curation/bulk-jobs/change-generations")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/duplicate-board")),
  ...(await import("@/lib/curation/bulk-jobs/end-bulk-job")),
  ...(await import("@/lib/curation/tags/write-tags")),
  ...(await import("@/lib/curation/trash/trash")),
  ...(await import("@/lib/generations/add-up-counts")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/storage/artifact-key")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  editor = await installation.viewer("editor");
});
afterAll(() => installation.close());

const newBoard = async (viewer = owner) => (await boards.createBoard(viewer, { title: "Large" })).id;
const rowsOn = (boardId: string, where: Prisma.GenerationWhereInput = {}) => boards.db().generation.findMany({ where: { boardId, ...where } });
const jobOf = ({ id }: BulkJob) => boards.db().bulkJob.findUniqueOrThrow({ where: { id } });

/** Completed generations by one statement, without files. */
const fill = (boardId: string, count: number, viewer = owner, columns: GenerationColumns = {}) =>
  seedGenerations({ ...viewer, boardId }, count, (place) => ({ inputParams: { prompt: "x" }, createdAt: past(place), ...columns }));
// Many are of one moment: the id tells them apart.
const past = (place: number) => new Date(Date.now() - 3600_000 + Math.floor(place / 700) * 1000);

async function run(job: BulkJob) {
  await boards.doPieces(job.id, Infinity);
  return jobOf(job);
}

describe("a change of everything that a search finds", () => {
  it("stars and unstars for the viewer alone, each once, in pieces", async () => {
    const boardId = await newBoard();
    await fill(boardId, 2300);
    const stars = (viewer = owner) =>
      boards.db().generationMark.count({ where: { userId: viewer.userId, isStarred: true, generation: { boardId } } });
    const job = await boards.changeGenerations(owner, { boardId }, { isStarred: true });
    expect(await boards.doPiece(job.id)).toBe(true);
    expect([await stars(), (await jobOf(job)).done]).toEqual([1000, 1000]);
    expect(await run(job)).toMatchObject({ state: "completed", total: 2300, done: 2300, skipped: 0 });
    expect([await stars(), await stars(editor)]).toEqual([2300, 0]);
    await run(await boards.changeGenerations(owner, { isStarred: true, boardId }, { isStarred: false }));
    expect(await boards.db().generationMark.count({ where: { generation: { boardId } } })).toBe(0);
  });

  it("tags with many tags at once, and skips what would have too many", async () => {
    const boardId = await newBoard();
    const ids = await fill(boardId, 510);
    const tagIds = [];
    for (let each = 0; each < 49; each++) tagIds.push((await boards.createTag(owner, { name: `Tag ${each}` })).id);
    const others = [(await boards.createTag(owner, { name: "One" })).id, (await boards.createTag(owner, { name: "Two" })).id];
    const [full = ""] = ids;
    await boards.db().generationTag.createMany({ data: others.map((tagId) => ({ generationId: full, tagId })) });
    expect(await run(await boards.changeGenerations(owner, { boardId }, { addTagIds: tagIds }))).toMatchObject({ state: "completed", skipped: 1 });
    const rows = await rowsOn(boardId);
    expect(rows.filter((row) => row.tagIds.length === 49)).toHaveLength(509);
    expect(rows.find(({ id }) => id === full)?.tagIds.toSorted()).toEqual(others.toSorted());
    await run(await boards.changeGenerations(owner, { boardId, tagIds: [tagIds[0] ?? ""] }, { removeTagIds: tagIds.slice(1) }));
    expect((await rowsOn(boardId, { tagIds: { equals: [tagIds[0] ?? ""] } })).length).toBe(509);
  });

  it("leaves one row of each board's count, however many it moves or trashes, and takes nobody else's", async () => {
    const [from, to] = [await newBoard(), await newBoard()];
    await fill(from, 1000);
    await fill(to, 3);
    const countRows = async (boardId: string) =>
      (await boards.db().boardGenerationCount.findMany({ where: { boardId }, orderBy: { id: "asc" } })).map(({ change }) => change);
    await run(await boards.changeGenerations(owner, { boardId: from }, { moveToBoardId: to }));
    expect([await countRows(from), await countRows(to)]).toEqual([
      [1000, -1000],
      [3, 1000],
    ]);
    await run(await boards.changeGenerations(owner, { boardId: to }, { isTrashed: true }));
    expect(await countRows(to)).toEqual([3, 1000, -1000, -3]);
  });

  it("moves with journal and counts, leaving what runs", async () => {
    const [from, to] = [await newBoard(), await newBoard()];
    await fill(from, 1200);
    const [live = ""] = await fill(from, 1, owner, { status: "processing" });
    expect(await run(await boards.changeGenerations(owner, { boardId: from }, { moveToBoardId: to }))).toMatchObject({ done: 1201, skipped: 1 });
    expect((await rowsOn(from)).map(({ id }) => id)).toEqual([live]);
    expect(await rowsOn(to)).toHaveLength(1200);
    const journal = async (boardId: string, type: string) =>
      boards.db().generationEvent.findMany({ where: { boardId, type }, orderBy: { number: "asc" } });
    expect((await journal(from, "deleted")).map(({ number }) => Number(number))).toEqual(Array.from({ length: 1200 }, (_, place) => place + 1));
    expect(new Set((await journal(to, "created")).map(({ generationId }) => generationId)).size).toBe(1200);
    expect(await boards.correctCounts()).toBe(0);
  });

  it("copies with files, in order, once, even onto the same board", async () => {
    const boardId = await newBoard();
    const ids = await fill(boardId, 120);
    const artifactId = ids[60] ?? "";
    const storageKey = boards.artifactKey({ tenantId: owner.tenantId, boardId, artifactId, artifactType: "image" });
    await boards.currentStorage().write(storageKey, Buffer.from("an image"));
    await boards.db().generation.update({ where: { id: artifactId }, data: { storageKey, fileSizeBytes: 8 } });
    const job = await boards.changeGenerations(owner, { boardId }, { copyToBoardId: boardId });
    expect(await run(job)).toMatchObject({ state: "completed", total: 120, done: 120 });
    const copies = await boards
      .db()
      .generation.findMany({ where: { boardId, createdAt: { gte: job.createdAt } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    expect(copies.map(({ outputMetadata }) => (outputMetadata as { copied_from: string }).copied_from)).toEqual(ids);
    expect(await boards.currentStorage().stat(copies[60]?.storageKey ?? "")).toMatchObject({ sizeBytes: 8 });
  });

  it("copies what has its file, and skips one whose file is gone, which would fail the others on every try", async () => {
    const [boardId, to] = [await newBoard(), await newBoard()];
    await fill(boardId, 1);
    const key = boards.artifactKey({ tenantId: owner.tenantId, boardId, artifactType: "image", artifactId: uuidv7() });
    await fill(boardId, 1, owner, { storageKey: key });
    const job = await boards.changeGenerations(owner, { boardId }, { copyToBoardId: to });
    expect(await run(job)).toMatchObject({ state: "completed", done: 2, skipped: 1 });
    expect(await rowsOn(to)).toHaveLength(1);
  });

  it("puts into the trash, restores from it, and deletes, what the viewer may: on boards of others only their own", async () => {
    const boardId = await newBoard();
    await boards.addMember(owner, { boardId, userId: editor.userId, role: "editor" });
    await fill(boardId, 3, owner);
    await fill(boardId, 2, editor);
    const trashed = () => boards.db().generation.count({ where: { boardId, trashedAt: { not: null } } });
    expect(await run(await boards.changeGenerations(editor, { boardId }, { isTrashed: true }))).toMatchObject({ done: 5, skipped: 3 });
    expect(await trashed()).toBe(2);
    expect(await run(await boards.changeGenerations(owner, { boardId }, { isTrashed: false }))).toMatchObject({ done: 2, skipped: 0 });
    expect(await trashed()).toBe(0);
    expect(await run(await boards.changeGenerations(editor, { boardId }, { delete: true }))).toMatchObject({ done: 5, skipped: 3 });
    expect(await rowsOn(boardId)).toHaveLength(3);
  });

  it("does not touch what came later", async () => {
    const boardId = await newBoard();
    await fill(boardId, 2);
    const job = await boards.changeGenerations(owner, { boardId }, { delete: true });
    const [later = ""] = await fill(boardId, 1, owner, { createdAt: new Date(job.createdAt.getTime() + 1) });
    expect(await run(job)).toMatchObject({ done: 2 });
    expect((await rowsOn(boardId)).map(({ id }) => id)).toEqual([later]);
  });

  it("does nothing twice when a piece breaks off after its change, or two do it at once", async () => {
    const [from, to] = [await newBoard(), await newBoard()];
    await fill(from, 130);
    const job = await boards.changeGenerations(owner, { boardId: from }, { copyToBoardId: to });
    const { changedGenerationPieces } = await import("@/lib/curation/bulk-jobs/changed-generation-pieces");
    const killed = changedGenerationPieces.doNext({ job, viewer: owner }, async () => {
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await rowsOn(to)).toEqual([]);
    await Promise.all([boards.doPieces(job.id, Infinity), boards.doPieces(job.id, Infinity)]);
    expect(await jobOf(job)).toMatchObject({ state: "completed", done: 130 });
    const copied = (await rowsOn(to)).map(({ outputMetadata }) => (outputMetadata as { copied_from: string }).copied_from);
    expect([copied.length, new Set(copied).size]).toEqual([130, 130]);
  });

  it("stops when it is canceled, and goes on from there", async () => {
    const boardId = await newBoard();
    await fill(boardId, 1500);
    const trashed = () => boards.db().generation.count({ where: { boardId, trashedAt: { not: null } } });
    const job = await boards.changeGenerations(owner, { boardId }, { isTrashed: true });
    await boards.doPiece(job.id);
    await boards.cancelBulkJob(owner, job.id);
    expect(await run(job)).toMatchObject({ state: "cancelled", done: 1000 });
    expect(await trashed()).toBe(1000);
    await boards.resumeBulkJob(owner, job.id);
    expect(await run(job)).toMatchObject({ state: "completed", done: 1500 });
    expect(await trashed()).toBe(1500);
  });

  it("fails by name when its board goes or its permission is withdrawn meanwhile", async () => {
    const [from, to] = [await newBoard(), await newBoard()];
    await fill(from, 3);
    const job = await boards.changeGenerations(owner, { boardId: from }, { moveToBoardId: to });
    await boards.deleteBoard(owner, to);
    await expect(boards.doPieces(job.id, Infinity)).rejects.toMatchObject({ reason: "board.not_found" });
    expect(await rowsOn(from)).toHaveLength(3);
    const shared = await newBoard();
    await boards.addMember(owner, { boardId: shared, userId: editor.userId, role: "editor" });
    await fill(shared, 3, editor);
    const other = await boards.changeGenerations(editor, { boardId: shared }, { isTrashed: true });
    await boards.db().boardMember.deleteMany({ where: { boardId: shared } });
    expect(await run(other)).toMatchObject({ done: 0 });
    expect(await rowsOn(shared, { trashedAt: null })).toHaveLength(3);
  });
});

describe("a change is refused", () => {
  it("with a name for what is wrong, before there is a job", async () => {
    const [mine, theirs] = [await newBoard(), await newBoard(editor)];
    const nobody = uuidv7();
    const before = await boards.db().bulkJob.count();
    const change = boards.changeGenerations;
    await expect(change(owner, { boardId: mine }, {})).rejects.toMatchObject({ reason: "input.invalid", field: "change" });
    await expect(change(owner, { boardId: mine }, { delete: true, isStarred: true })).rejects.toMatchObject({ field: "change" });
    await expect(change(owner, { boardId: theirs }, { delete: true })).rejects.toMatchObject({ reason: "board.not_found", field: "search.boardId" });
    await expect(change(owner, {}, { moveToBoardId: theirs })).rejects.toMatchObject({ field: "change.moveToBoardId" });
    await expect(change(owner, { userId: nobody }, { delete: true })).rejects.toMatchObject({ field: "search.userId" });
    await expect(change(owner, { tagIds: [nobody] }, { delete: true })).rejects.toMatchObject({ field: "search.tagIds.0" });
    await expect(change(owner, { minRating: 6 }, { delete: true })).rejects.toMatchObject({ field: "search.minRating" });
    await expect(change(owner, { query: "x".repeat(501) }, { delete: true })).rejects.toMatchObject({ field: "search.query" });
    await expect(change(owner, {}, { addTagIds: [nobody] })).rejects.toMatchObject({ field: "change.addTagIds.0" });
    await boards.addMember(owner, { boardId: mine, userId: editor.userId, role: "viewer" });
    await expect(change(editor, { boardId: mine }, { isTrashed: true })).rejects.toMatchObject({ reason: "board.forbidden" });
    expect(await boards.db().bulkJob.count()).toBe(before);
  });
});

describe("duplicating a large board", () => {
  it("answers a copy that a bulk job fills", async () => {
    const boardId = await newBoard();
    await fill(boardId, 510);
    await fill(boardId, 1, owner, { status: "failed" });
    await boards.db().board.update({ where: { id: boardId }, data: { isPublic: true } });
    const copy = await boards.duplicateBoard(editor, boardId);
    expect(await rowsOn(copy.id)).toEqual([]);
    const job = await boards.db().bulkJob.findFirstOrThrow({ where: { userId: editor.userId, kind: "copy" } });
    expect(await run(job)).toMatchObject({ state: "completed", done: 510 });
    expect(await rowsOn(copy.id, { userId: editor.userId })).toHaveLength(510);
  });
});
