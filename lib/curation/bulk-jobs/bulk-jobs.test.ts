import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { type GenerationColumns, seedGenerations } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let member: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/empty-trash")),
  ...(await import("@/lib/curation/bulk-jobs/end-bulk-job")),
  ...(await import("@/lib/curation/bulk-jobs/tend-bulk-jobs")),
  ...(await import("@/lib/curation/trash/purge-trash")),
  ...(await import("@/lib/curation/trash/trash")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/storage/artifact-key")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  member = await installation.viewer("member");
});
afterAll(() => installation.close());

const newBoard = async (viewer = owner) => (await boards.createBoard(viewer, { title: "Large" })).id;
const countOn = (boardId: string) => boards.db().generation.count({ where: { boardId } });
const jobsOf = (viewer: Viewer) => boards.db().bulkJob.findMany({ where: { userId: viewer.userId }, orderBy: { createdAt: "desc" } });
const newestJob = async (viewer = owner) => {
  const [job] = await jobsOf(viewer);
  if (!job) throw new Error("there is no job");
  return job;
};

const fill = (boardId: string, count: number, viewer = owner, columns: GenerationColumns = {}) =>
  seedGenerations({ ...viewer, boardId }, count, () => columns);

describe("deleting a large board", () => {
  it("hides it at once, then deletes it in pieces with its files and journal", async () => {
    const boardId = await newBoard();
    const artifactId = (await fill(boardId, 1500))[0] ?? "";
    const storageKey = boards.artifactKey({ tenantId: owner.tenantId, boardId, artifactId, artifactType: "image" });
    await boards.currentStorage().write(storageKey, Buffer.from("an image"));
    await boards.db().generation.update({ where: { id: artifactId }, data: { storageKey, fileSizeBytes: 8 } });
    await boards.db().generationEvent.create({ data: { boardId, number: 1, generationId: artifactId, type: "completed", payload: {} } });
    await boards.deleteBoard(owner, boardId);
    expect(await boards.db().board.findFirst({ where: { id: boardId } })).toMatchObject({ trashedAt: expect.any(Date), deletedAt: expect.any(Date) });
    expect(await countOn(boardId)).toBe(1500);
    await expect(boards.restoreBoard(owner, boardId)).rejects.toMatchObject({ reason: "board.not_found" });
    await expect(boards.deleteBoard(owner, boardId)).rejects.toMatchObject({ reason: "board.not_found" });
    const job = await newestJob();
    expect(installation.events.received.filter(({ name, data }) => name === "bulk-job/requested" && data.jobId === job.id)).toHaveLength(1);

    expect(await boards.doPiece(job.id)).toBe(true);
    expect(await countOn(boardId)).toBe(500);
    expect(await newestJob()).toMatchObject({ state: "running", total: 1500, done: 1000 });
    expect(await boards.doPieces(job.id, Infinity)).toBe("ended");
    expect(await newestJob()).toMatchObject({ state: "completed", total: 1500, done: 1500, skipped: 0, endedAt: expect.any(Date) });
    expect(await boards.db().board.count({ where: { id: boardId } })).toBe(0);
    expect(await boards.db().generationEvent.count({ where: { boardId } })).toBe(0);
    expect(await boards.currentStorage().stat(storageKey)).toBeNull();
    const { usedBytes } = await boards.db().storageAccount.findUniqueOrThrow({ where: { userId: owner.userId } });
    expect(usedBytes).toBe(0n);
  });

  it("takes what is added at the last moment with it, stops it, and leaves the ledger as it is", async () => {
    const boardId = await newBoard();
    await fill(boardId, 1100);
    await boards.deleteBoard(owner, boardId);
    const ledger = () => boards.db().creditTransaction.findMany({ where: { boardId }, orderBy: { id: "asc" } });
    // Its request had found the board before it was deleted.
    await boards.db().board.update({ where: { id: boardId }, data: { trashedAt: null } });
    const request = { boardId, generatorName: "sketch", artifactType: "image", inputParams: { prompt: "late" } };
    const late = await boards.createGeneration(owner, request);
    await boards.db().board.update({ where: { id: boardId }, data: { trashedAt: new Date() } });
    const before = await ledger();
    const job = await newestJob();
    // What is under way goes first.
    await boards.doPiece(job.id);
    expect(await boards.db().generation.findUnique({ where: { id: late.id } })).toBeNull();
    expect(await boards.db().queueSlot.count({ where: { batchId: late.batchId } })).toBe(0);
    const told = installation.events.received.filter(({ name, data }) => name === "generation/cancelled" && data.batchId === late.batchId);
    expect(told).toHaveLength(1);
    await boards.doPieces(job.id, Infinity);
    expect(await boards.db().board.count({ where: { id: boardId } })).toBe(0);
    expect(await ledger()).toEqual(before);
  });

  it("goes on after a crash in a piece, and two that work on it do nothing twice", async () => {
    const boardId = await newBoard();
    await fill(boardId, 2500);
    await boards.deleteBoard(owner, boardId);
    const job = await newestJob();
    const { destroySomeOf } = await import("@/lib/curation/trash/destroy-board");
    const crash = destroySomeOf(boardId, async () => {
      throw new Error("killed");
    });
    await expect(crash).rejects.toThrow("killed");
    expect(await countOn(boardId)).toBe(2500);
    await Promise.all([boards.doPieces(job.id, Infinity), boards.doPieces(job.id, Infinity)]);
    expect(await newestJob()).toMatchObject({ state: "completed", done: 2500 });
    expect(await boards.db().board.count({ where: { id: boardId } })).toBe(0);
  });

  it("is finished by the hourly round when its job cannot go on", async () => {
    const boardId = await newBoard();
    await fill(boardId, 1200);
    await boards.deleteBoard(owner, boardId);
    await boards.failBulkJob((await newestJob()).id, new Error("no"));
    expect((await boards.purgeTrash()).boards).toBe(0);
    const later = new Date(Date.now() + 2 * 3600 * 1000);
    expect(await boards.purgeTrash(later)).toMatchObject({ boards: 1, hasMore: false });
    expect(await boards.db().board.count({ where: { id: boardId } })).toBe(0);
  });

  it("says in the journal of no board that it went", async () => {
    const boardId = await newBoard();
    await fill(boardId, 3);
    const before = await boards.db().generationEvent.count();
    await boards.deleteBoard(owner, boardId);
    expect(await boards.db().generationEvent.count()).toBe(before);
  });
});

describe("emptying the trash", () => {
  it("deletes the viewer's own boards and what they may delete, and nothing of others or of later", async () => {
    const [own, shared, trashed] = [await newBoard(member), await newBoard(), await newBoard(member)];
    await boards.addMember(owner, { boardId: shared, userId: member.userId, role: "editor" });
    const past = { trashedAt: new Date(Date.now() - 60_000) };
    await fill(own, 1300, member, past);
    const [kept = ""] = await fill(own, 1, member);
    await fill(shared, 2, member, past);
    const [ofOwner = ""] = await fill(shared, 1, owner, past);
    await fill(trashed, 5, member);
    await boards.trashBoard(member, trashed);
    const foreign = await newBoard();
    await boards.trashBoard(owner, foreign);

    const job = await boards.emptyTrash(member);
    await expect(boards.restoreBoard(member, trashed)).rejects.toMatchObject({ reason: "board.not_found" });
    const [later = ""] = await fill(own, 1, member, { trashedAt: new Date(Date.now() + 60_000) });
    await boards.doPieces(job.id, Infinity);
    expect(await newestJob(member)).toMatchObject({ state: "completed", total: 1307, done: 1307 });
    const left = await boards.db().generation.findMany({ where: { boardId: { in: [own, shared, trashed] } }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([kept, ofOwner, later].sort());
    expect(await boards.db().board.count({ where: { id: trashed } })).toBe(0);
    expect(await boards.db().board.count({ where: { id: foreign } })).toBe(1);
  });

  it("leaves what is restored while it runs", async () => {
    const boardId = await newBoard(member);
    const [id = ""] = await fill(boardId, 1, member, { trashedAt: new Date(Date.now() - 60_000) });
    const { destroyGenerations } = await import("@/lib/generations/destroy-generations");
    await boards.restoreGenerations(member, [id]);
    expect(await destroyGenerations([id], { isOnlyTrashed: true })).toBe(0);
    expect(await countOn(boardId)).toBe(1);
  });
});

describe("a bulk job", () => {
  it("is its own user's alone: nobody else sees, cancels or resumes it", async () => {
    const job = await boards.emptyTrash(owner);
    await expect(boards.cancelBulkJob(member, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_found" });
    await expect(boards.resumeBulkJob(member, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_found" });
    await expect(boards.cancelBulkJob(owner, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_cancellable" });
    await expect(boards.resumeBulkJob(owner, job.id)).rejects.toMatchObject({ reason: "bulk_job.not_resumable" });
    await boards.doPieces(job.id, Infinity);
  });

  it("that failed says why, and goes on from where it stopped", async () => {
    const boardId = await newBoard();
    await fill(boardId, 1400);
    await boards.deleteBoard(owner, boardId);
    const job = await newestJob();
    await boards.doPiece(job.id);
    await boards.failBulkJob(job.id, { name: "storage.unavailable", message: "The storage is away." });
    expect(await newestJob()).toMatchObject({ state: "failed", errorCode: "storage.unavailable", errorMessage: "The storage is away.", done: 1000 });
    expect(await boards.doPieces(job.id, Infinity)).toBe("ended");
    expect(await countOn(boardId)).toBe(400);
    await boards.resumeBulkJob(owner, job.id);
    await boards.doPieces(job.id, Infinity);
    expect(await newestJob()).toMatchObject({ state: "completed", errorCode: null, done: 1400 });
  });

  it("of someone who was disabled does nothing more", async () => {
    const boardId = await newBoard(member);
    await fill(boardId, 1100, member);
    await boards.deleteBoard(member, boardId);
    await boards.db().user.update({ where: { id: member.userId }, data: { disabledAt: new Date() } });
    await expect(boards.doPieces((await newestJob(member)).id, Infinity)).rejects.toMatchObject({ reason: "auth.disabled" });
    await boards.db().user.update({ where: { id: member.userId }, data: { disabledAt: null } });
    expect(await countOn(boardId)).toBe(1100);
    await boards.doPieces((await newestJob(member)).id, Infinity);
  });

  it("waits for the person's earlier ones, and for nobody else's", async () => {
    const others = await boards.emptyTrash(member);
    const [first, second] = [await boards.emptyTrash(owner), await boards.emptyTrash(owner)];
    expect(await boards.doPieces(second.id, Infinity)).toBe("waits");
    expect(await boards.doPieces(first.id, Infinity)).toBe("ended");
    expect(await boards.doPieces(second.id, Infinity)).toBe("ended");
    await boards.doPieces(others.id, Infinity);
    const [failed, third] = [await boards.emptyTrash(owner), await boards.emptyTrash(owner)];
    await boards.failBulkJob(failed.id, new Error("no"));
    expect(await boards.doPieces(third.id, Infinity)).toBe("ended");
  });

  it("that waits is not quiet", async () => {
    const [first, second] = [await boards.emptyTrash(owner), await boards.emptyTrash(owner)];
    const long = new Date(Date.now() - 3 * 60_000);
    await boards.db().bulkJob.update({ where: { id: second.id }, data: { updatedAt: long } });
    await boards.doPieces(second.id, Infinity);
    expect(await boards.resumeQuietBulkJobs()).toBe(0);
    for (const { id } of [first, second]) await boards.doPieces(id, Infinity);
  });

  it("that has been quiet for two minutes is asked for again, once", async () => {
    const job = await boards.emptyTrash(owner);
    const asked = () => installation.events.received.filter(({ name, data }) => name === "bulk-job/requested" && data.jobId === job.id).length;
    expect([await boards.resumeQuietBulkJobs(), asked()]).toEqual([0, 1]);
    const later = new Date(Date.now() + 3 * 60_000);
    expect([await boards.resumeQuietBulkJobs(later), asked()]).toEqual([1, 2]);
    expect(await boards.resumeQuietBulkJobs(later)).toBe(0);
    await boards.doPieces(job.id, Infinity);
  });

  it("is one of at most fifty that a person has running", async () => {
    expect(await boards.db().bulkJob.count({ where: { userId: owner.userId, state: "running" } })).toBe(0);
    const { tenantId, userId } = owner;
    await boards.db().bulkJob.createMany({ data: Array.from({ length: 48 }, () => ({ tenantId, userId, kind: "empty_trash", arguments: {} })) });
    const started = await Promise.allSettled(Array.from({ length: 4 }, () => boards.emptyTrash(owner)));
    expect(started.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(started.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "bulk_job.too_many" } });
    const { id } = await boards.db().bulkJob.create({ data: { tenantId, userId, kind: "star", arguments: {}, state: "cancelled" } });
    await expect(boards.resumeBulkJob(owner, id)).rejects.toMatchObject({ reason: "bulk_job.too_many" });
  });
});
