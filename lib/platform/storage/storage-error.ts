import { BoardsError } from "@/lib/platform/errors";

const noRoom = new Set(["ENOSPC", "EDQUOT"]);
const away = new Set(["EROFS", "EACCES", "EPERM", "EIO", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "EBUSY"]);

/** What a failed call of the file system means for people: `storage.full`, `storage.unavailable`, or what it was. */
export function storageError(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  if (error instanceof BoardsError || typeof code !== "string") return error;
  if (noRoom.has(code)) return new BoardsError("storage.full", { cause: error });
  return away.has(code) ? new BoardsError("storage.unavailable", { cause: error }) : error;
}

/** Does `work` with files of this machine; what the disk refuses is told as trouble of the storage. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}

/** Whether it is a storage that is full or away, so that the same will work once it is back. */
export const isStorageTrouble = (error: unknown): error is BoardsError =>
  error instanceof BoardsError && (error.reason === "storage.full" || error.reason === "storage.unavailable");
