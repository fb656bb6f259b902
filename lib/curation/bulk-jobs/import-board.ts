import type { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import { createBoard } from "@/lib/boards/create-board";
import { archiveKey } from "@/lib/curation/board-archives/archive-keys";
import { checkEntries, invalidArchive, readManifest } from "@/lib/curation/board-archives/read-archive";
import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { arrivingBytes } from "@/lib/generations/artifacts/arriving-bytes";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { folderOf } from "@/lib/platform/storage/storage-key";
import { checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";
import type { BulkJob } from "@/prisma/generated/client";

/**
 * Takes an archive and starts a bulk job that puts its results onto a new board of the viewer's, or onto the one that an earlier import of it made.
 * An archive that is not one is refused before anything is made of it.
 */
export async function importBoard(viewer: Viewer, bytes: Readable, declaredBytes: number | null): Promise<{ job: BulkJob; boardId: string }> {
  await checkStorageLimits(viewer, declaredBytes);
  await countAgainst("upload", viewer.accountId);
  const key = archiveKey({ id: uuidv7(), createdAt: new Date() });
  const incomplete = (cause?: unknown) => invalidArchive(say("reasons.archive.incomplete"), undefined, cause);
  try {
    await currentStorage().write(key, arrivingBytes(bytes, { sizeBytes: declaredBytes, incomplete }));
    const mediaBytes = await checkEntries(key);
    const { board: source } = await readManifest(key);
    const earlier = await findEarlier(viewer, source.id);
    // Of what was imported before, much may be there already: what is added is checked piece by piece.
    await checkStorageLimits(viewer, earlier ? null : mediaBytes);
    const board = earlier ?? (await createBoard(viewer, { title: source.title, description: source.description }, { imported_from: source.id }));
    try {
      return { job: await createBulkJob(viewer, { kind: "import", arguments: { key, boardId: board.id, title: board.title } }), boardId: board.id };
    } catch (error) {
      if (!earlier) await db().board.deleteMany({ where: { id: board.id } });
      throw error;
    }
  } catch (error) {
    await currentStorage().deleteFolder(folderOf(key));
    throw error;
  }
}

/** The viewer's own board that an earlier import of the same one made. */
const findEarlier = ({ tenantId, userId }: Viewer, sourceId: string) =>
  db().board.findFirst({
    where: { tenantId, ownerId: userId, trashedAt: null, metadata: { path: ["imported_from"], equals: sourceId } },
    orderBy: { createdAt: "desc" },
  });
