import * as z from "zod";
import { findBoardFor } from "@/lib/boards/find-board";
import { type ArchivedResult, type ArchiveManifest, archivedResults, bounds } from "@/lib/curation/board-archives/archive-format";
import { importResults } from "@/lib/curation/board-archives/import-results";
import { invalidArchive, parseEntry, readJson, readManifest } from "@/lib/curation/board-archives/read-archive";
import type { Pieces, Work } from "@/lib/curation/bulk-jobs/pieces";
import { say } from "@/lib/messages/say";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { folderOf } from "@/lib/platform/storage/storage-key";

/** Their files are stored, and decoded for their previews. */
const resultsAtOnce = 20;

const argumentsOf = z.object({ key: z.string(), boardId: z.uuid() });

/** The results of an archive, in its order; the archive goes with the last. */
export const importedPieces: Pieces = {
  count: async ({ job }: Work) => {
    const { results } = await readManifest(argumentsOf.parse(job.arguments).key);
    return results.reduce((sum, { count }) => sum + count, 0);
  },
  doNext: async ({ job, viewer }, moveOn) => {
    const { key, boardId } = argumentsOf.parse(job.arguments);
    if (job.total !== null && job.done >= job.total) {
      await currentStorage().deleteFolder(folderOf(key));
      return false;
    }
    const board = await findBoardFor(viewer, "generate", boardId, say("reasons.archive.importDenied"));
    const results = await resultsFrom(key, await readManifest(key), job.done);
    if (results.length === 0) {
      await currentStorage().deleteFolder(folderOf(key));
      return false;
    }
    await importResults({ viewer, board, key }, results, (tx, leftOut) => moveOn(tx, { done: results.length, skipped: leftOut }));
    return true;
  },
};

/** The next results after so many. */
async function resultsFrom(key: string, { results: parts }: ArchiveManifest, done: number): Promise<ArchivedResult[]> {
  let before = 0;
  for (const { path, sha256, count } of parts) {
    if (done < before + count) {
      const value = await readJson(key, { path, sha256, maxBytes: bounds.resultsBytes });
      const results = parseEntry(archivedResults, value, path);
      if (results.length !== count) throw invalidArchive(say("reasons.archive.count"), path);
      return results.slice(done - before, done - before + resultsAtOnce);
    }
    before += count;
  }
  return [];
}
