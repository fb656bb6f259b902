import { findBoardFor } from "@/lib/boards/find-board";
import { requireAdminMaker } from "@/lib/identity/access/make-admins";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Makes a member the owner. Who owned the board until now stays on it as an admin. */
export async function transferBoard(viewer: Viewer, boardId: string, userId: string) {
  const board = await findBoardFor(viewer, "transfer", boardId, say("reasons.board.transferDenied"));
  requireAdminMaker(viewer, board);
  if (userId === board.ownerId) throw new BoardsError("member.is_owner", { field: "userId" });
  const noMember = () => new BoardsError("member.not_found", { message: say("reasons.member.newOwner"), field: "userId" });
  // Looked at before it is written: the database tells a user who is not there from one of another tenant.
  if ((await db().boardMember.count({ where: { boardId, userId } })) === 0) throw noMember();
  return db().$transaction(async (tx) => {
    // First: whoever adds members holds the board.
    const moved = await tx.board.updateMany({ where: { id: boardId, ownerId: viewer.userId }, data: { ownerId: userId } });
    if (moved.count === 0) throw new BoardsError("board.forbidden");
    const { count } = await tx.boardMember.deleteMany({ where: { boardId, userId } });
    if (count === 0) throw noMember();
    await tx.boardMember.create({ data: { boardId, userId: viewer.userId, role: "admin", invitedBy: viewer.userId } });
    await tellBoardChange(tx, boardId);
    return tx.board.findUniqueOrThrow({ where: { id: boardId } });
  });
}
