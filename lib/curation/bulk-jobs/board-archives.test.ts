import { createWriteStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchives, sha256 } from "@/lib/curation/bulk-jobs/testing/open-archives";
import { say } from "@/lib/messages/say";
import { seedGeneration } from "@/lib/testing/seed/generation";

let archives: Awaited<ReturnType<typeof openArchives>>;
beforeAll(async () => {
  archives = await openArchives();
});
afterAll(() => archives.close());

describe("an exported board", () => {
  it("becomes the same board in another tenant: files, inputs, lineage, tags and marks, at no cost; importing it again adds nothing", async () => {
    const rows = await archives.rowsOf(archives.sourceBoardId);
    const [first, second] = rows;
    if (!first || !second) throw new Error("there are no rows");
    const tag = await archives.boards.createTag(archives.owner, { name: "Green", metadata: { color: "#00ff00" } });
    await archives.boards.tagGenerations(archives.owner, [first.id], { add: [tag.id], remove: [] });
    await archives.boards.markGenerations(archives.owner, [second.id], { isStarred: true, rating: 4 });
    const made = await seedGeneration(
      { ...archives.owner, boardId: archives.sourceBoardId },
      {
        generatorName: "sketch",
        inputParams: { prompt: "a hill", image: first.id },
        inputArtifacts: [{ generation_id: first.id, role: "image", artifact_type: "image" }],
        regeneratedFromId: second.id,
        costUsd: 1.5,
        outputMetadata: { simulated: true },
      },
    );
    const storageKey = `${second.storageKey}`.replace(second.id, made.id);
    await archives.boards.currentStorage().copy(`${second.storageKey}`, storageKey);
    await archives.boards.db().generation.update({
      where: { id: made.id },
      data: { storageKey, mimeType: "image/png", contentHash: second.contentHash, fileSizeBytes: second.fileSizeBytes },
    });
    await seedGeneration({ ...archives.owner, boardId: archives.sourceBoardId }, { status: "failed" });
    await seedGeneration({ ...archives.owner, boardId: archives.sourceBoardId }, { trashedAt: new Date() });

    const path = await archives.exportToFile(archives.owner, archives.sourceBoardId);
    const { job, boardId } = await archives.importFile(archives.other, path);
    expect(await archives.run(job.id)).toMatchObject({ state: "completed", total: 6, done: 6, skipped: 0 });
    expect(await archives.boards.db().board.findUnique({ where: { id: boardId } })).toMatchObject({
      title: "Hills",
      description: "All of them",
      ownerId: archives.other.userId,
      tenantId: archives.other.tenantId,
    });
    const source = (await archives.rowsOf(archives.sourceBoardId)).filter(({ status, trashedAt }) => status === "completed" && !trashedAt);
    const imported = await archives.rowsOf(boardId);
    expect(imported.map(({ contentHash }) => contentHash)).toEqual(source.map(({ contentHash }) => contentHash));
    expect(imported.map(({ createdAt }) => createdAt)).toEqual(source.map(({ createdAt }) => createdAt));
    for (const row of imported) {
      expect(sha256(await buffer(await archives.boards.currentStorage().read(`${row.storageKey}`)))).toBe(row.contentHash);
      expect(row).toMatchObject({
        tenantId: archives.other.tenantId,
        userId: archives.other.userId,
        costUsd: expect.objectContaining({}),
        estimatedCostUsd: null,
      });
      expect(Number(row.costUsd)).toBe(0);
      expect(row.thumbnailWidths.length).toBeGreaterThan(0);
    }
    const idOf = (sourceId: string) =>
      imported.find(({ outputMetadata }) => (outputMetadata as { imported_from?: string }).imported_from === sourceId)?.id;
    const remade = imported.find(({ generatorName }) => generatorName === "sketch");
    expect(remade).toMatchObject({
      inputParams: { prompt: "a hill", image: idOf(first.id) },
      inputArtifacts: [{ generation_id: idOf(first.id), role: "image", artifact_type: "image" }],
      regeneratedFromId: idOf(second.id),
      outputMetadata: { simulated: true },
    });
    expect(
      await archives.boards.db().generationInput.count({ where: { generationId: `${remade?.id}`, inputGenerationId: `${idOf(first.id)}` } }),
    ).toBe(1);
    expect(await archives.boards.db().tag.findMany({ where: { tenantId: archives.other.tenantId } })).toMatchObject([
      { name: "Green", metadata: { color: "#00ff00" } },
    ]);
    expect(await archives.boards.db().generationTag.count({ where: { generationId: `${idOf(first.id)}` } })).toBe(1);
    expect(await archives.boards.db().generationMark.findMany({ where: { userId: archives.other.userId } })).toMatchObject([
      { generationId: idOf(second.id), isStarred: true, rating: 4 },
    ]);
    expect(await archives.boards.db().creditTransaction.count({ where: { boardId } })).toBe(0);

    const again = await archives.importFile(archives.other, path);
    expect(again.boardId).toBe(boardId);
    expect(await archives.run(again.job.id)).toMatchObject({ state: "completed", done: 6, skipped: 6 });
    expect((await archives.rowsOf(boardId)).map(({ id }) => id)).toEqual(imported.map(({ id }) => id));
    // On another board they are others.
    const own = await archives.importFile(archives.owner, path);
    await archives.run(own.job.id);
    expect(own.boardId).not.toBe(archives.sourceBoardId);
    expect((await archives.rowsOf(own.boardId)).length).toBe(6);
  });

  it("is a zip that can be downloaded until it expires, and the hourly round deletes it", async () => {
    const started = await archives.boards.exportGenerations(archives.owner, { boardId: archives.sourceBoardId });
    expect(archives.boards.archiveUrl(started)).toBeNull();
    const job = await archives.run(started.id);
    expect(archives.boards.archiveUrl(job)).toContain("/api/storage/archives/");
    expect(archives.boards.archiveUrl({ ...job, endedAt: new Date(Date.now() - 8 * 24 * 3600 * 1000) })).toBeNull();
    const key = archives.boards.archiveKey(job);
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);
    await archives.boards.deleteOrphanFiles(null, inDays(6));
    expect(await archives.boards.currentStorage().stat(key)).not.toBeNull();
    await archives.boards.deleteOrphanFiles(null, inDays(8));
    expect(await archives.boards.currentStorage().stat(key)).toBeNull();
  });

  it("can be deleted before it expires, by whom it belongs to, once it has ended; then it is gone, and makes room for another", async () => {
    const { boards, owner, other } = archives;
    const { id } = await boards.exportGenerations(owner, { boardId: archives.sourceBoardId });
    await expect(boards.deleteExport(owner, id)).rejects.toMatchObject({ reason: "bulk_job.not_deletable" });
    const job = await archives.run(id);
    await expect(boards.deleteExport(other, id)).rejects.toMatchObject({ reason: "bulk_job.not_found", field: "id" });
    expect(await boards.currentStorage().stat(boards.archiveKey(job))).not.toBeNull();
    await boards.deleteExport(owner, id);
    expect(await boards.currentStorage().stat(boards.archiveKey(job))).toBeNull();
    expect(await boards.db().bulkJob.count({ where: { id } })).toBe(0);
    await expect(boards.deleteExport(owner, id)).rejects.toMatchObject({ reason: "bulk_job.not_found" });
  });

  it("deletes what a canceled one had written, and no other kind of job", async () => {
    const { boards, owner } = archives;
    const { id } = await boards.exportGenerations(owner, { boardId: archives.sourceBoardId });
    const parts = boards.partFactsKey(await boards.cancelBulkJob(owner, id), 0);
    await boards.currentStorage().write(parts, Buffer.from("{}"));
    await boards.deleteExport(owner, id);
    expect(await boards.currentStorage().stat(parts)).toBeNull();
    const { tenantId, userId } = owner;
    const trash = await boards.db().bulkJob.create({ data: { tenantId, userId, kind: "empty_trash", arguments: {}, state: "failed" } });
    await expect(boards.deleteExport(owner, trash.id)).rejects.toMatchObject({ reason: "bulk_job.not_found" });
  });

  it("goes on from its last part after a crash", async () => {
    const { id: boardId } = await archives.boards.createBoard(archives.owner, { title: "Many" });
    const one = await archives.upload(boardId, "one");
    for (let index = 0; index < 450; index++) {
      const id = crypto.randomUUID();
      const storageKey = `${one.storageKey}`.replace(one.id, id);
      await archives.boards.currentStorage().copy(`${one.storageKey}`, storageKey);
      await seedGeneration({ ...archives.owner, boardId: boardId }, { id, storageKey, mimeType: "image/png", fileSizeBytes: one.fileSizeBytes });
    }
    const started = await archives.boards.exportGenerations(archives.owner, { boardId: boardId });
    expect(await archives.boards.doPiece(started.id)).toBe(true);
    expect(await archives.boards.db().bulkJob.findUnique({ where: { id: started.id } })).toMatchObject({ done: 200, total: 451 });
    // Two go on with it at once.
    await Promise.all([archives.run(started.id), archives.run(started.id)]);
    const job = await archives.boards.db().bulkJob.findUniqueOrThrow({ where: { id: started.id } });
    expect(job).toMatchObject({ state: "completed", done: 451, skipped: 0 });
    const path = join(archives.folder, "many.zip");
    await pipeline(await archives.boards.currentStorage().read(archives.boards.archiveKey(job)), createWriteStream(path));
    const files = await archives.unpack(path);
    expect([...files.keys()].filter((name) => name.startsWith("media/"))).toHaveLength(451);
    expect(JSON.parse(String(files.get("archive.json"))).results.map(({ count }: { count: number }) => count)).toEqual([200, 200, 51]);
    expect((await readdir(join(archives.installation.storageFolder, archives.boards.archiveKey(job), ".."))).sort()).toEqual(["original"]);
  }, 120_000);

  it("is there once two have made it at the same moment, of whom the slower found its parts gone", async () => {
    const { boards, owner, sourceBoardId } = archives;
    const { id } = await boards.exportGenerations(owner, { boardId: sourceBoardId });
    expect(await boards.doPiece(id)).toBe(true);
    const job = await boards.db().bulkJob.findUniqueOrThrow({ where: { id } });
    const make = (onPart: () => Promise<unknown>) => boards.writeArchive(job, { id: sourceBoardId, title: "Hills", description: null }, onPart);
    let isOvertaken = false;
    await make(async () => {
      await make(async () => undefined);
      isOvertaken = true;
    });
    expect(isOvertaken).toBe(true);
    expect(await readdir(join(archives.installation.storageFolder, boards.archiveKey(job), ".."))).toEqual(["original"]);
  });

  it("leaves nothing behind of a part that somebody else wrote faster, and finished the archive of", async () => {
    const { boards, owner } = archives;
    const job = await boards.exportGenerations(owner, { boardId: archives.sourceBoardId });
    await archives.run(job.id);
    const late = () => boards.exportedPieces.doNext({ job, viewer: owner }, () => Promise.reject(new Error("overtaken")));
    await expect(boards.asInstallation(late)).rejects.toThrow("overtaken");
    expect(await readdir(join(archives.installation.storageFolder, boards.archiveKey(job), ".."))).toEqual(["original"]);
  });

  it("is for people on it: strangers to a public board get no archive, and nobody learns of a private one", async () => {
    const { id } = await archives.boards.createBoard(archives.owner, { title: "Open", isPublic: true });
    await expect(archives.boards.exportGenerations(archives.other, { boardId: id })).rejects.toMatchObject({ reason: "board.forbidden" });
    await expect(archives.boards.exportGenerations(archives.other, { boardId: archives.sourceBoardId })).rejects.toMatchObject({
      reason: "board.not_found",
    });
  });

  it("is one of twenty that a person keeps until they expire, also of those that were canceled", async () => {
    const { other, boards } = archives;
    const { id: boardId } = await boards.createBoard(other, { title: "Kept" });
    const dayMs = 86_400_000;
    const ended = (days: number, state = "completed") => ({
      ...{ tenantId: other.tenantId, userId: other.userId, kind: "export", arguments: {}, state },
      endedAt: new Date(Date.now() - days * dayMs),
    });
    const data = [ended(8), ended(6), ended(5, "cancelled"), ...Array.from({ length: 17 }, () => ended(1, "failed"))];
    await boards.db().bulkJob.createMany({ data });
    // Two at once: there is room for one.
    const started = await Promise.allSettled([1, 2].map(() => boards.exportGenerations(other, { boardId })));
    expect(started.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const tomorrow = new Date(Date.now() + dayMs);
    expect(started.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        reason: "archive.too_many",
        message: expect.stringContaining(`expires on ${say("studio.boardCard.facts", { count: 0, updated: tomorrow }).split(" · ")[1]}`),
      },
    });
    const where = { userId: other.userId, kind: "export" };
    await boards.db().bulkJob.updateMany({ where, data: { state: "running", endedAt: null } });
    await expect(boards.exportGenerations(other, { boardId })).rejects.toMatchObject({ message: expect.stringContaining("Wait for one to finish") });
    await boards.db().bulkJob.deleteMany({ where });
  });

  it("leaves out what has lost its file, and nobody's other jobs wait for it", async () => {
    const { id } = await archives.boards.createBoard(archives.owner, { title: "Lost" });
    const lost = await archives.upload(id, "lost");
    await archives.upload(id, "kept");
    await archives.boards.currentStorage().deleteFolder(`${lost.storageKey}`.replace("/original", ""));
    const first = await archives.boards.exportGenerations(archives.owner, { boardId: id });
    const second = await archives.boards.exportGenerations(archives.owner, { boardId: id });
    expect(await archives.boards.doPieces(second.id, Infinity)).toBe("ended");
    expect(await archives.run(first.id)).toMatchObject({ state: "completed", done: 2, skipped: 1 });
  });
});

describe("a selection", () => {
  it("is an archive that is written while it is read, and can be imported", async () => {
    const { streamArchive } = await import("@/lib/curation/board-archives/stream-archive");
    const [first, second] = await archives.rowsOf(archives.sourceBoardId);
    const failed = await seedGeneration({ ...archives.owner, boardId: archives.sourceBoardId }, { status: "failed" });
    const path = join(archives.folder, "selection.zip");
    await pipeline(await streamArchive(archives.owner, [`${first?.id}`, `${second?.id}`, failed.id]), createWriteStream(path));
    const { job, boardId } = await archives.importFile(archives.other, path);
    expect(await archives.run(job.id)).toMatchObject({ state: "completed", done: 2, skipped: 0 });
    expect((await archives.rowsOf(boardId)).map(({ contentHash }) => contentHash)).toEqual([first?.contentHash, second?.contentHash]);
    await expect(streamArchive(archives.other, [`${first?.id}`])).rejects.toMatchObject({ reason: "generation.not_found" });
    const open = await archives.boards.createBoard(archives.owner, { title: "Open too", isPublic: true });
    const { id } = await archives.upload(open.id, "open");
    await expect(streamArchive(archives.other, [id])).rejects.toMatchObject({ reason: "board.forbidden" });
  });
});
