import { deleteBoardFiles } from "@/lib/artifacts/delete-artifact-files";
import type { Viewer } from "@/lib/auth/viewer";
import { findBoardFor } from "@/lib/boards/find-board";
import { db } from "@/lib/db/client";

/** Deletes a board with everything on it, its files included. */
export async function deleteBoard(viewer: Viewer, boardId: string): Promise<true> {
  const board = await findBoardFor(viewer, "delete", boardId, "Permission denied: only board owner can delete");
  await db().$transaction([
    db().board.delete({ where: { id: board.id } }),
    // The journal goes with the board, so nothing else would tell those who watch it.
    db().$executeRaw`SELECT pg_notify('generation_events', ${`${board.id}:gone`})`,
  ]);
  await deleteBoardFiles(board.tenantId, board.id);
  return true;
}
