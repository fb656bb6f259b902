import { BoardsError } from "@/lib/platform/errors";
import type { Storage } from "@/lib/platform/storage/storage";

interface Written {
  sizeBytes: number;
  contentHash: string;
}

/** Reads back how much of a write arrived. What has not the size that was written is removed, and told as trouble of the storage. */
export async function readBack(
  storage: Pick<Storage, "stat">,
  key: string,
  written: Written,
  remove: (keys: string[]) => Promise<void>,
): Promise<Written> {
  if ((await storage.stat(key))?.sizeBytes === written.sizeBytes) return written;
  await remove([key]);
  throw new BoardsError("storage.unavailable", { cause: new Error(`${key} has not the ${written.sizeBytes} bytes that were written`) });
}
