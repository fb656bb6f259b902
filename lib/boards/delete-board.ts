import { findBoardFor } from "@/lib/boards/find-board";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { withinTime } from "@/lib/platform/db/tenant-scope";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

/** Deletes a board for good with everything on it, its files included. */
export async function deleteBoard(viewer: Viewer, boardId: string): Promise<true> {
  const board = await findBoardFor(viewer, "delete", boardId, say("reasons.board.deleteDenied"));
  await destroyBoard(board.id);
  return true;
}

/** Deletes a board whoever asks; the caller has decided. */
export async function destroyBoard(boardId: string): Promise<void> {
  const files = await db().generation.findMany({ where: { boardId, storageKey: { not: null } }, select: { storageKey: true } });
  await withinTime("bulk", () =>
    db().$transaction([
      db().board.delete({ where: { id: boardId } }),
      // The journal goes with the board, so nothing else would tell those who watch it.
      db().$executeRaw`SELECT pg_notify('generation_events', ${`${boardId}:gone`})`,
    ]),
  );
  // By row, not by folder: what was moved to another board keeps its file where it was.
  for (const { storageKey } of files) if (storageKey) await deleteArtifactFiles(storageKey);
}
