import type { Invariant } from "./left-behind";

/** Every file in the storage belongs to a row; only what was sent and not confirmed waits in `uploads/`. */
export const filesHaveRows: Invariant = {
  name: "files have rows",
  async violations({ rows, files }) {
    const named = await rows("SELECT storage_key FROM boards.generations WHERE storage_key IS NOT NULL");
    const folders = new Set(named.map(({ storage_key }) => folderOf(String(storage_key))));
    return files.filter((key) => !isElse(key) && !folders.has(folderOf(key)));
  },
};

/** What was sent and not confirmed, and the mark by which the storage is known. */
const isElse = (key: string) => key.startsWith("uploads/") || key === ".boards-storage";
const folderOf = (key: string) => key.slice(0, key.lastIndexOf("/"));
