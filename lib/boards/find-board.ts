import { type BoardAction, boardsVisibleTo, can } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Loads a board for a write. Whoever may not even see it learns nothing but "not found". */
export async function findBoardFor(viewer: Viewer, action: BoardAction, boardId: string, refusal: string, field = "boardId") {
  const found = await db().board.findFirst({ where: { id: boardId, ...boardsVisibleTo(viewer) } });
  if (!found) throw new BoardsError("board.not_found", { field });
  // What its owner may do, no membership says.
  const isOwn = found.ownerId === viewer.userId;
  const members = isOwn ? [] : await db().boardMember.findMany({ where: { boardId, userId: viewer.userId }, select: { userId: true, role: true } });
  const board = { ...found, members };
  if (!can(viewer, action, board)) throw new BoardsError("board.forbidden", { message: refusal });
  return board;
}
