import type { Invariant } from "./left-behind";

/** Every file in the storage belongs to a row, of a result or of an export or import; only what was sent and not confirmed waits in `uploads/`. */
export const filesHaveRows: Invariant = {
  name: "files have rows",
  async violations({ rows, files }) {
    const named = await rows("SELECT storage_key FROM boards.generations WHERE storage_key IS NOT NULL");
    const folders = new Set(named.map(({ storage_key }) => folderOf(String(storage_key))));
    // An export's archive is called as its job; an import's job names what was uploaded.
    const jobs = await rows("SELECT id::text || arguments::text AS told FROM boards.bulk_jobs WHERE kind IN ('export', 'import')");
    const isOfJob = (key: string) => key.startsWith("archives/") && jobs.some(({ told }) => String(told).includes(key.split("/")[2] ?? key));
    return files.filter((key) => !isElse(key) && !isOfJob(key) && !folders.has(folderOf(key)));
  },
};

/** What was sent and not confirmed, and the mark by which the storage is known. */
const isElse = (key: string) => key.startsWith("uploads/") || key === ".boards-storage";
const folderOf = (key: string) => key.slice(0, key.lastIndexOf("/"));
