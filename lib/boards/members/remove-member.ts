import { findBoardFor } from "@/lib/boards/find-board";
import { can } from "@/lib/identity/access/board-policy";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Takes a member off a board: owner and admins can remove anyone, others only themselves. Answers the board. */
export async function removeMember(viewer: Viewer, boardId: string, userId: string) {
  const board = await findBoardFor(viewer, "view", boardId, "");
  if (userId === board.ownerId) throw new BoardsError("member.is_owner", { message: say("reasons.member.ownerRemoval"), field: "userId" });
  if (userId !== viewer.userId && !can(viewer, "share", board))
    throw new BoardsError("board.forbidden", { message: say("reasons.member.removeDenied") });
  const { count } = await db().boardMember.deleteMany({ where: { boardId, userId } });
  if (count === 0) throw new BoardsError("member.not_found", { field: "userId" });
  await tellBoardChange(db(), boardId);
  return board;
}

/** Leaves a board that someone else owns. */
export async function leaveBoard(viewer: Viewer, boardId: string): Promise<true> {
  await removeMember(viewer, boardId, viewer.userId);
  return true;
}
