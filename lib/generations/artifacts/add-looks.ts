import { rm } from "node:fs/promises";
import { join } from "node:path";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type Looks, readLooks } from "@/lib/platform/media/read-looks";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { isStorageTrouble } from "@/lib/platform/storage/storage-error";
import { thumbnailKey } from "@/lib/platform/storage/storage-key";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";

/** Some 5 ms of work each. */
const mostAtOnce = 200;

/**
 * Keeps what previews look like that were stored before that was kept: a bounded share a call, so that a large installation is served
 * meanwhile. One that cannot be read gets an empty placeholder, and is not tried again. Answers how many rows it changed.
 */
export async function addLooks(): Promise<number> {
  const rows = await db().$queryRaw<{ id: string; storageKey: string | null; width: number }[]>`
    SELECT id::text, storage_key AS "storageKey", thumbnail_widths[1] AS width FROM boards.generations
    WHERE (placeholder IS NULL OR perceptual_hash IS NULL AND placeholder <> '') AND status = 'completed' AND cardinality(thumbnail_widths) > 0 ORDER BY id LIMIT ${mostAtOnce}`;
  if (rows.length === 0) return 0;
  const folder = await makeTemporaryFolder("describe");
  let changed = 0;
  try {
    for (const { id, storageKey, width } of rows) {
      const looks = storageKey ? await looksOf(thumbnailKey(storageKey, width), join(folder, "preview")) : null;
      await db().generation.updateMany({ where: { id }, data: looks ?? { placeholder: "" } });
      changed++;
    }
  } catch (error) {
    // Of a storage that is away nothing is known: the next round tries again.
    if (!isStorageTrouble(error)) throw error;
    log.warn({ err: error }, "could not read what previews look like");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return changed;
}

async function looksOf(key: string, path: string): Promise<Looks | null> {
  try {
    await currentStorage().copyToFile(key, path);
  } catch (error) {
    if (error instanceof BoardsError && error.reason === "artifact.not_found") return null;
    throw error;
  }
  return readLooks(path);
}
