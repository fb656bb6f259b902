import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import sharp from "sharp";
import yauzl from "yauzl";
import yazl from "yazl";
import type { ArchivedResult, ArchiveManifest } from "@/lib/curation/board-archives/archive-format";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/update-board")),
  ...(await import("@/lib/curation/board-archives/archive-keys")),
  ...(await import("@/lib/curation/board-archives/write-archive")),
  ...(await import("@/lib/curation/bulk-jobs/archive-facts")),
  ...(await import("@/lib/curation/bulk-jobs/delete-export")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/end-bulk-job")),
  ...(await import("@/lib/curation/bulk-jobs/export-generations")),
  ...(await import("@/lib/curation/bulk-jobs/exported-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/import-board")),
  ...(await import("@/lib/curation/marks/mark-generations")),
  ...(await import("@/lib/curation/tags/tag-generations")),
  ...(await import("@/lib/curation/tags/write-tags")),
  ...(await import("@/lib/generations/artifacts/delete-orphan-files")),
  ...(await import("@/lib/generations/artifacts/upload-artifact")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/platform/storage/current-storage")),
});

/** An installation with a board of five images, its owner, and somebody of another tenant; and ways to export, import, unpack and forge archives. */
export async function openArchives() {
  const installation = await openInstallation();
  const folder = await mkdtemp(join(tmpdir(), "boards-test-archives-"));
  const boards = await load();
  const owner = await installation.viewer("owner");
  const other = await installation.viewer("other", "elsewhere");
  const image = (seed: number) =>
    sharp({ create: { width: 32, height: 24 + seed, channels: 3, background: { r: seed * 20, g: 90, b: 60 } } })
      .png()
      .toBuffer();
  let images = 0;
  const upload = async (boardId: string, userDescription: string) =>
    boards.uploadArtifact(owner, {
      boardId,
      artifactType: "image",
      source: { file: await image(images++), filename: "hill.png" },
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
    if (job.state !== "completed") throw new Error(`the export ended as ${job.state}: ${job.errorCode}`);
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

  /** The archive with one result or its manifest changed, and its checksums put right. */
  async function changed(
    path: string,
    change: (parts: { manifest: ArchiveManifest; results: ArchivedResult[]; files: Map<string, Buffer> }) => void,
  ) {
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

  const { id: sourceBoardId } = await boards.createBoard(owner, { title: "Hills", description: "All of them" });
  for (let index = 0; index < 5; index++) await upload(sourceBoardId, `hill ${index}`);
  const close = async () => {
    await rm(folder, { recursive: true, force: true });
    await installation.close();
  };
  return {
    ...{ installation, boards, folder, owner, other, sourceBoardId, close },
    ...{ upload, rowsOf, run, exportToFile, importFile, unpack, pack, changed, leftovers },
  };
}

/** The SHA-256 of some bytes, in hex. */
export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
