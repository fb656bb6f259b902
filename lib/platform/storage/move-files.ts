import { BoardsError } from "@/lib/platform/errors";
import type { Storage } from "@/lib/platform/storage/storage";
import { folderOf } from "@/lib/platform/storage/storage-key";

const filesAtOnce = 8;

/** How far a move has come. */
export interface MoveProgress {
  copied: number;
  /** Were there already, with their size. */
  skipped: number;
  bytes: number;
}

/**
 * Copies every file of one storage to another, each verified by its size and the checksums of the write; the first storage keeps its own.
 * Begun again it goes on where it ended, since what is there already is skipped. A file that is deleted meanwhile is left out.
 */
export async function moveFiles(
  from: Storage,
  to: Storage,
  { onProgress = () => undefined, pageSize = 500 }: { onProgress?: (progress: MoveProgress) => void; pageSize?: number } = {},
): Promise<MoveProgress> {
  const progress = { copied: 0, skipped: 0, bytes: 0 };
  for (let after: string | null = null; ; ) {
    const keys: string[] = await from.list(after, pageSize);
    for (let start = 0; start < keys.length; start += filesAtOnce) {
      const outcomes = await Promise.allSettled(keys.slice(start, start + filesAtOnce).map((key) => moveOne(from, to, key)));
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") throw outcome.reason;
        if (outcome.value === "there") progress.skipped++;
        if (typeof outcome.value !== "number") continue;
        progress.copied++;
        progress.bytes += outcome.value;
      }
      onProgress(progress);
    }
    after = keys.at(-1) ?? null;
    if (keys.length < pageSize || after === null) return progress;
  }
}

/** How many bytes were copied; "there" where they were already, "gone" where the file has been deleted. */
async function moveOne(from: Storage, to: Storage, key: string): Promise<number | "there" | "gone"> {
  const source = await from.stat(key);
  if (!source) return "gone";
  if ((await to.stat(key))?.sizeBytes === source.sizeBytes) return "there";
  try {
    const { sizeBytes } = await to.write(key, await from.read(key));
    const now = await from.stat(key);
    // Deleted while it was copied: nobody would ever delete the copy.
    if (!now) await to.deleteFolder(folderOf(key));
    else if (now.sizeBytes !== sizeBytes) throw new Error(`${key} changed while it was copied: start again`);
    return now ? sizeBytes : "gone";
  } catch (error) {
    if (error instanceof BoardsError && error.reason === "artifact.not_found") return "gone";
    throw error;
  }
}
