import { type BoardAction, boardsVisibleTo, can } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Loads a board for a write. Whoever may not even see it learns nothing but "not found". */
export async function findBoardFor(viewer: Viewer, action: BoardAction, boardId: string, refusal: string) {
  const board = await db().board.findFirst({
    where: { id: boardId, ...boardsVisibleTo(viewer) },
    include: { members: { where: { userId: viewer.userId }, select: { userId: true, role: true } } },
  });
  if (!board) throw new BoardsError("board.not_found", { field: "boardId" });
  if (!can(viewer, action, board)) throw new BoardsError("board.forbidden", { message: refusal });
  return board;
}
