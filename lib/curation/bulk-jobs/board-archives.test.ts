import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { deflateRawSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import yazl from "yazl";
import type { ArchivedResult, ArchiveManifest } from "@/lib/curation/board-archives/archive-format";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let folder: string;
let owner: Viewer;
let other: Viewer;
let sourceBoardId: string;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/update-board")),
  ...(await import("@/lib/curation/board-archives/archive-keys")),
  ...(await import("@/lib/curation/bulk-jobs/archive-facts")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/end-bulk-job")),
  ...(await import("@/lib/curation/bulk-jobs/export-generations")),
  ...(await import("@/lib/curation/bulk-jobs/import-board")),
  ...(await import("@/lib/curation/marks/mark-generations")),
  ...(await import("@/lib/curation/tags/tag-generations")),
  ...(await import("@/lib/curation/tags/write-tags")),
  ...(await import("@/lib/generations/artifacts/delete-orphan-files")),
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/storage/current-storage")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  folder = await mkdtemp(join(tmpdir(), "boards-test-archives-"));
  boards = await load();
  owner = await installation.viewer("owner");
  other = await installation.viewer("other", "elsewhere");
  sourceBoardId = (await boards.createBoard(owner, { title: "Hills", description: "All of them" })).id;
  for (let index = 0; index < 5; index++) await upload(sourceBoardId, `hill ${index}`);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await installation.close();
});

const picture = (seed: number) =>
  sharp({ create: { width: 32, height: 24 + seed, channels: 3, background: { r: seed * 20, g: 90, b: 60 } } })
    .png()
    .toBuffer();
let pictures = 0;
const upload = async (boardId: string, userDescription: string) =>
  boards.uploadArtifact(owner, {
    boardId,
    artifactType: "image",
    source: { file: await picture(pictures++), filename: "hill.png" },
    userDescription,
  });
const rowsOf = (boardId: string) => boards.db().generation.findMany({ where: { boardId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const run = async (jobId: string) => {
  while ((await boards.doPieces(jobId)) === "more");
  return boards.db().bulkJob.findUniqueOrThrow({ where: { id: jobId } });
};

async function exportToFile(viewer: Viewer, boardId: string): Promise<string> {
  const started = await boards.exportGenerations(viewer, { boardId });
  const job = await run(started.id);
  expect(job).toMatchObject({ state: "completed", errorCode: null });
  const path = join(folder, `${job.id}.zip`);
  await pipeline(await boards.currentStorage().read(boards.archiveKey(job)), createWriteStream(path));
  return path;
}

const importFile = async (viewer: Viewer, path: string) => {
  const bytes = await readFile(path);
  return boards.importBoard(viewer, Readable.from([bytes]), bytes.length);
};

/** Every entry of an archive, by its name. */
async function unpack(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return files;
}

/** The same files in a zip again, as some other tool would pack them. */
async function pack(files: Iterable<[string, Buffer]>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  const path = join(folder, `${randomBytes(6).toString("hex")}.zip`);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** The archive with one result or its manifest changed, and its checksums put right. */
async function changed(path: string, change: (parts: { manifest: ArchiveManifest; results: ArchivedResult[]; files: Map<string, Buffer> }) => void) {
  const files = await unpack(path);
  const manifest = JSON.parse(String(files.get("archive.json"))) as ArchiveManifest;
  const [part] = manifest.results;
  if (!part) throw new Error("there is no part");
  const results = JSON.parse(String(files.get(part.path))) as ArchivedResult[];
  change({ manifest, results, files });
  const text = Buffer.from(JSON.stringify(results));
  files.set(part.path, text);
  part.sha256 = sha256(text);
  files.set("archive.json", Buffer.from(JSON.stringify(manifest)));
  return pack(files);
}

const leftovers = async () =>
  (await readdir(installation.storageFolder, { recursive: true })).filter((name) => /^archives\/.*(original|zip|json)$/.test(name));

describe("an exported board", () => {
  it("becomes the same board in another tenant: files, inputs, lineage, tags and marks, at no cost; importing it again adds nothing", async () => {
    const rows = await rowsOf(sourceBoardId);
    const [first, second] = rows;
    if (!first || !second) throw new Error("there are no rows");
    const tag = await boards.createTag(owner, { name: "Green", metadata: { color: "#00ff00" } });
    await boards.tagGenerations(owner, [first.id], { add: [tag.id], remove: [] });
    await boards.markGenerations(owner, [second.id], { isStarred: true, rating: 4 });
    const made = await seedGeneration(
      { ...owner, boardId: sourceBoardId },
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
    await boards.currentStorage().copy(`${second.storageKey}`, storageKey);
    await boards.db().generation.update({
      where: { id: made.id },
      data: { storageKey, mimeType: "image/png", contentHash: second.contentHash, fileSizeBytes: second.fileSizeBytes },
    });
    await seedGeneration({ ...owner, boardId: sourceBoardId }, { status: "failed" });
    await seedGeneration({ ...owner, boardId: sourceBoardId }, { trashedAt: new Date() });

    const path = await exportToFile(owner, sourceBoardId);
    const { job, boardId } = await importFile(other, path);
    expect(await run(job.id)).toMatchObject({ state: "completed", total: 6, done: 6, skipped: 0 });
    expect(await boards.db().board.findUnique({ where: { id: boardId } })).toMatchObject({
      title: "Hills",
      description: "All of them",
      ownerId: other.userId,
      tenantId: other.tenantId,
    });
    const source = (await rowsOf(sourceBoardId)).filter(({ status, trashedAt }) => status === "completed" && !trashedAt);
    const imported = await rowsOf(boardId);
    expect(imported.map(({ contentHash }) => contentHash)).toEqual(source.map(({ contentHash }) => contentHash));
    expect(imported.map(({ createdAt }) => createdAt)).toEqual(source.map(({ createdAt }) => createdAt));
    for (const row of imported) {
      expect(sha256(await buffer(await boards.currentStorage().read(`${row.storageKey}`)))).toBe(row.contentHash);
      expect(row).toMatchObject({ tenantId: other.tenantId, userId: other.userId, costUsd: expect.objectContaining({}), estimatedCostUsd: null });
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
    expect(await boards.db().generationInput.count({ where: { generationId: `${remade?.id}`, inputGenerationId: `${idOf(first.id)}` } })).toBe(1);
    expect(await boards.db().tag.findMany({ where: { tenantId: other.tenantId } })).toMatchObject([
      { name: "Green", metadata: { color: "#00ff00" } },
    ]);
    expect(await boards.db().generationTag.count({ where: { generationId: `${idOf(first.id)}` } })).toBe(1);
    expect(await boards.db().generationMark.findMany({ where: { userId: other.userId } })).toMatchObject([
      { generationId: idOf(second.id), isStarred: true, rating: 4 },
    ]);
    expect(await boards.db().creditTransaction.count({ where: { boardId } })).toBe(0);

    const again = await importFile(other, path);
    expect(again.boardId).toBe(boardId);
    expect(await run(again.job.id)).toMatchObject({ state: "completed", done: 6, skipped: 6 });
    expect((await rowsOf(boardId)).map(({ id }) => id)).toEqual(imported.map(({ id }) => id));
    // On another board they are others.
    const own = await importFile(owner, path);
    await run(own.job.id);
    expect(own.boardId).not.toBe(sourceBoardId);
    expect((await rowsOf(own.boardId)).length).toBe(6);
  });

  it("is a zip that can be downloaded until it expires, and the hourly round deletes it", async () => {
    const started = await boards.exportGenerations(owner, { boardId: sourceBoardId });
    expect(boards.archiveUrl(started)).toBeNull();
    const job = await run(started.id);
    expect(boards.archiveUrl(job)).toContain("/api/storage/archives/");
    expect(boards.archiveUrl({ ...job, endedAt: new Date(Date.now() - 8 * 24 * 3600 * 1000) })).toBeNull();
    const key = boards.archiveKey(job);
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);
    await boards.deleteOrphanFiles(null, inDays(6));
    expect(await boards.currentStorage().stat(key)).not.toBeNull();
    await boards.deleteOrphanFiles(null, inDays(8));
    expect(await boards.currentStorage().stat(key)).toBeNull();
  });

  it("goes on from its last part after a crash", async () => {
    const { id: boardId } = await boards.createBoard(owner, { title: "Many" });
    const one = await upload(boardId, "one");
    for (let index = 0; index < 450; index++) {
      const id = crypto.randomUUID();
      const storageKey = `${one.storageKey}`.replace(one.id, id);
      await boards.currentStorage().copy(`${one.storageKey}`, storageKey);
      await seedGeneration({ ...owner, boardId: boardId }, { id, storageKey, mimeType: "image/png", fileSizeBytes: one.fileSizeBytes });
    }
    const started = await boards.exportGenerations(owner, { boardId: boardId });
    expect(await boards.doPiece(started.id)).toBe(true);
    expect(await boards.db().bulkJob.findUnique({ where: { id: started.id } })).toMatchObject({ done: 200, total: 451 });
    // Two go on with it at once.
    await Promise.all([run(started.id), run(started.id)]);
    const job = await boards.db().bulkJob.findUniqueOrThrow({ where: { id: started.id } });
    expect(job).toMatchObject({ state: "completed", done: 451, skipped: 0 });
    const path = join(folder, "many.zip");
    await pipeline(await boards.currentStorage().read(boards.archiveKey(job)), createWriteStream(path));
    const files = await unpack(path);
    expect([...files.keys()].filter((name) => name.startsWith("media/"))).toHaveLength(451);
    expect(JSON.parse(String(files.get("archive.json"))).results.map(({ count }: { count: number }) => count)).toEqual([200, 200, 51]);
    expect((await readdir(join(installation.storageFolder, boards.archiveKey(job), ".."))).sort()).toEqual(["original"]);
  }, 120_000);

  it("is for people on it: strangers to a public board get no archive, and nobody learns of a private one", async () => {
    const { id } = await boards.createBoard(owner, { title: "Open", isPublic: true });
    await expect(boards.exportGenerations(other, { boardId: id })).rejects.toMatchObject({ reason: "board.forbidden" });
    await expect(boards.exportGenerations(other, { boardId: sourceBoardId })).rejects.toMatchObject({ reason: "board.not_found" });
  });

  it("leaves out what has lost its file, and nobody's other jobs wait for it", async () => {
    const { id } = await boards.createBoard(owner, { title: "Lost" });
    const lost = await upload(id, "lost");
    await upload(id, "kept");
    await boards.currentStorage().deleteFolder(`${lost.storageKey}`.replace("/original", ""));
    const first = await boards.exportGenerations(owner, { boardId: id });
    const second = await boards.exportGenerations(owner, { boardId: id });
    expect(await boards.doPieces(second.id)).toBe("ended");
    expect(await run(first.id)).toMatchObject({ state: "completed", done: 2, skipped: 1 });
  });
});

describe("a selection", () => {
  it("is an archive that is written while it is read, and can be imported", async () => {
    const { streamArchive } = await import("@/lib/curation/board-archives/stream-archive");
    const [first, second] = await rowsOf(sourceBoardId);
    const failed = await seedGeneration({ ...owner, boardId: sourceBoardId }, { status: "failed" });
    const path = join(folder, "selection.zip");
    await pipeline(await streamArchive(owner, [`${first?.id}`, `${second?.id}`, failed.id]), createWriteStream(path));
    const { job, boardId } = await importFile(other, path);
    expect(await run(job.id)).toMatchObject({ state: "completed", done: 2, skipped: 0 });
    expect((await rowsOf(boardId)).map(({ contentHash }) => contentHash)).toEqual([first?.contentHash, second?.contentHash]);
    await expect(streamArchive(other, [`${first?.id}`])).rejects.toMatchObject({ reason: "generation.not_found" });
    const open = await boards.createBoard(owner, { title: "Open too", isPublic: true });
    const { id } = await upload(open.id, "open");
    await expect(streamArchive(other, [id])).rejects.toMatchObject({ reason: "board.forbidden" });
  });
});

describe("a hostile archive", () => {
  let good: string;
  beforeAll(async () => {
    good = await exportToFile(owner, sourceBoardId);
  });
  const refused = async (path: string, message: RegExp) => {
    const before = [await boards.db().board.count(), (await leftovers()).length];
    await expect(importFile(other, path)).rejects.toMatchObject({ reason: "archive.invalid", message: expect.stringMatching(message) });
    expect([await boards.db().board.count(), (await leftovers()).length]).toEqual(before);
  };
  /** Imports it and answers how that failed, having stored nothing of the result. */
  const fails = async (path: string) => {
    const { job, boardId } = await importFile(await installation.viewer(`new ${randomBytes(4).toString("hex")}`, "elsewhere"), path);
    const failure = await boards.doPieces(job.id).catch((error: Error) => error);
    expect(await boards.db().generation.count({ where: { boardId } })).toBe(0);
    return failure;
  };
  /** The zip with a name in it replaced byte by byte, which no packer would write. */
  const renamed = async (from: string, to: string) => {
    expect(to).toHaveLength(from.length);
    const bytes = await readFile(await pack([...(await unpack(good)), [from, Buffer.from("x")]]));
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
    const path = join(folder, `${randomBytes(6).toString("hex")}.zip`);
    await writeFile(path, bytes);
    return path;
  };

  it.each([
    ["../outside", "media/aaaaaa.png", "../../../etc.png"],
    ["an absolute path", "media/aaaaaa.png", "/etc/passwd12345"],
    ["another folder", "media/aaaaaa.png", "files/aaaaaa.png"],
    ["backslashes", "media/aaaaaa.png", "media\\..\\..\\.png"],
  ])("with %s is refused", async (_what, from, to) => refused(await renamed(from, to), /can't hold a file|isn't a zip/));

  it("that is no zip, or is cut off, is refused", async () => {
    const path = join(folder, "none.zip");
    await writeFile(path, randomBytes(5000));
    await refused(path, /isn't a zip/);
    await writeFile(path, (await readFile(good)).subarray(0, -40));
    await refused(path, /isn't a zip/);
  });

  it("that holds a name twice, a symbolic link or no manifest is refused", async () => {
    const files = await unpack(good);
    const [media = ""] = [...files.keys()].filter((name) => name.startsWith("media/"));
    await refused(await pack([...files, [media, Buffer.from("again")]]), new RegExp(`${media}: .*twice`));
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from("/etc/passwd"), "media/link.png", { mode: 0o120777 });
    zip.end();
    const path = join(folder, "link.zip");
    await pipeline(zip.outputStream, createWriteStream(path));
    await refused(path, /media\/link.png: Only plain files/);
    files.delete("archive.json");
    await refused(await pack(files), /archive.json: .*missing/);
  });

  it("that unpacks to more than is allowed is refused before it is unpacked", async () => {
    process.env.BOARDS_MAX_ARCHIVE_SIZE = "1000000";
    const { forgetEnv } = await import("@/lib/platform/env");
    forgetEnv();
    try {
      const path = await pack([...(await unpack(good)), ["media/bomb.png", Buffer.alloc(2_000_000)]]);
      expect((await readFile(path)).length).toBeLessThan(1_000_000);
      await refused(path, /too large/);
    } finally {
      delete process.env.BOARDS_MAX_ARCHIVE_SIZE;
      forgetEnv();
    }
  });

  it("that lies about what an entry unpacks to is stopped where it lies", async () => {
    const path = await changed(good, ({ results, files }) => {
      const [result] = results;
      if (!result) throw new Error("there is no result");
      files.set(result.file.path, Buffer.alloc(50_000));
      result.file.sizeBytes = 500;
    });
    const bytes = await readFile(path);
    // Every place that says 50,000 says 500: the directory, and what follows the bytes.
    const [wrong, right] = [Buffer.alloc(4), Buffer.alloc(4)];
    wrong.writeUInt32LE(50_000);
    right.writeUInt32LE(500);
    expect(deflateRawSync(Buffer.alloc(50_000)).length).toBeLessThan(500);
    for (let at = bytes.indexOf(wrong); at >= 0; at = bytes.indexOf(wrong, at + 1)) right.copy(bytes, at);
    await writeFile(path, bytes);
    expect(await fails(path)).toMatchObject({ reason: "archive.invalid", message: expect.stringContaining("media/") });
  });

  it("of a version to come says so", async () => {
    const path = await changed(good, ({ manifest }) => Object.assign(manifest, { version: 2 }));
    await expect(importFile(other, path)).rejects.toMatchObject({ reason: "archive.version_unknown", message: expect.stringContaining("version 2") });
  });

  it("whose descriptions are wrong names the entry and the field", async () => {
    await refused(await changed(good, ({ manifest }) => Object.assign(manifest.board, { title: "" })), /archive.json: board.title/);
    const path = await changed(good, ({ results }) => Object.assign(results[1] ?? {}, { artifactType: "program" }));
    expect(await fails(path)).toMatchObject({ reason: "archive.invalid", message: expect.stringMatching(/results\/000000.json: 1.artifactType/) });
  });

  it("whose files are missing or are not what it describes is not imported", async () => {
    const missing = await changed(good, ({ results, files }) => void files.delete(`${results[0]?.file.path}`));
    expect(await fails(missing)).toMatchObject({ message: expect.stringMatching(/media\/.*missing/) });
    const exchanged = await changed(good, ({ results }) => Object.assign(results[0]?.file ?? {}, { sha256: "0".repeat(64) }));
    expect(await fails(exchanged)).toMatchObject({ message: expect.stringMatching(/media\/.*checksum/) });
    const files = await unpack(good);
    files.set("results/000000.json", Buffer.from("[]"));
    expect(await fails(await pack(files))).toMatchObject({ message: expect.stringMatching(/results\/000000.json: .*checksum/) });
  });

  it("brings in no file that would be no upload, and the rest of it", async () => {
    const page = Buffer.from("<html><script>alert(1)</script></html>");
    const path = await changed(good, ({ results, files }) => {
      const [result] = results;
      if (!result) throw new Error("there is no result");
      files.set(result.file.path, page);
      Object.assign(result.file, { sha256: sha256(page), sizeBytes: page.length });
    });
    const { job, boardId } = await importFile(await installation.viewer("careless", "elsewhere"), path);
    expect(await run(job.id)).toMatchObject({ state: "completed", done: 6, skipped: 1 });
    expect(await boards.db().generation.count({ where: { boardId } })).toBe(5);
  });

  it("counts against the storage limit, and leaves no files where there is no room", async () => {
    const full = await installation.viewer("full", "elsewhere");
    await boards.db().storageAccount.upsert({
      where: { userId: full.userId },
      create: { userId: full.userId, tenantId: full.tenantId, limitBytes: 300n },
      update: { limitBytes: 300n },
    });
    await expect(importFile(full, good)).rejects.toMatchObject({ reason: "storage.limit_reached" });
  });
});
