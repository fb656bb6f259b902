import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { folderOf } from "@/lib/platform/storage/storage-key";

/** What is younger may be on its way: stored, and its row not written yet. */
const dayMs = 24 * 3600 * 1000;
const safeAgeMs = dayMs;
const pageSize = 1000;
const pagesAtOnce = 50;

const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ofStorage = "(?:\\.[a-z][a-z0-9-]*)?";
/** As storage-key.ts makes it. */
const ofArtifact = new RegExp(`^${id}/[a-z]+/${id}/(${id})_\\d{14}_[0-9a-f]{8}${ofStorage}$`);
/** What was sent as an upload: never confirmed, or not checked yet. */
const ofSent = new RegExp(`^uploads/\\d{4}-\\d\\d-\\d\\d/(${id})${ofStorage}$`);
/** Of a look at the storage that was cut off. Nothing else is ours to delete. */
const ofPassing = new RegExp(`^health-${id}$`);
/** Of an export, to be downloaded, or of an import, to be resumed. */
const ofArchive = new RegExp(`^archives/\\d{4}-\\d\\d-\\d\\d/${id}(/parts)?$`);
const scratch = /^boards-(store|run|describe|inputs)-/;

/**
 * Deletes files that no generation knows: of stores that failed, of rows that were deleted while the storage was away, of uploads that nobody
 * confirmed; and archives after BOARDS_ARCHIVE_DAYS. Never one that is younger than a day, or of a batch that is still in the making. Looks through
 * 50,000 files at most; answers the last of them, where the next look begins, and null at the end.
 */
export async function deleteOrphanFiles(after: string | null, now = new Date()): Promise<{ next: string | null; deletedFolders: number }> {
  let next = after;
  let deletedFolders = 0;
  for (let page = 0; page < pagesAtOnce; page++) {
    const keys = await currentStorage().list(next, pageSize);
    for (const folder of await orphansAmong(keys, now)) {
      await currentStorage().deleteFolder(folder);
      deletedFolders++;
    }
    next = keys.length < pageSize ? null : (keys.at(-1) ?? null);
    if (next === null) break;
  }
  if (deletedFolders > 0) log.info({ deletedFolders }, "deleted orphaned files");
  return { next, deletedFolders };
}

/** Deletes what was left behind by writes and runs that a kill broke off, in the storage and among this machine's temporary files. */
export async function deleteBrokenWrites(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - safeAgeMs);
  await currentStorage().deletePartialWrites(before);
  for (const name of await readdir(tmpdir())) {
    const path = join(/* turbopackIgnore: true */ tmpdir(), name);
    const found = scratch.test(name) ? await stat(path).catch(() => null) : null;
    if (found && found.mtime < before) await rm(path, { recursive: true, force: true });
  }
}

async function orphansAmong(keys: string[], now: Date): Promise<string[]> {
  const files = new Map<string, string[]>();
  for (const key of keys) {
    const folder = folderOf(key);
    if ([ofArtifact, ofSent, ofPassing, ofArchive].some((kind) => kind.test(folder))) files.set(folder, [...(files.get(folder) ?? []), key]);
  }
  if (files.size === 0) return [];
  const originals = [...files.keys()].map((folder) => `${folder}/original`);
  const known = await db().generation.findMany({ where: { storageKey: { in: originals } }, select: { storageKey: true } });
  for (const { storageKey } of known) if (storageKey) files.delete(folderOf(storageKey));
  const batchIds = [...files.keys()].flatMap((folder) => batchOf(folder) ?? []);
  // A result, or what was sent, waits in its folder until its generation is completed, however long that takes.
  const live = await db().generation.findMany({ where: { batchId: { in: batchIds }, status: { in: liveStatuses } }, select: { batchId: true } });
  const isLive = new Set(live.map(({ batchId }) => batchId));
  const orphans: string[] = [];
  for (const [folder, inside] of files) {
    if (isLive.has(batchOf(folder) ?? "")) continue;
    const before = new Date(now.getTime() - (ofArchive.test(folder) ? env().retention.archiveDays * dayMs : safeAgeMs));
    const found = await Promise.all(inside.map((key) => currentStorage().stat(key)));
    if (found.every((file) => !file || file.modifiedAt < before)) orphans.push(folder);
  }
  return orphans;
}

const batchOf = (folder: string) => (ofArtifact.exec(folder) ?? ofSent.exec(folder))?.[1];
