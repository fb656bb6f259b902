import type { Viewer } from "@/lib/auth/viewer";
import { findBoardFor } from "@/lib/boards/find-board";
import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import type { MemberRole } from "@/lib/members/add-member";
import { requireAdminMaker } from "@/lib/members/make-admins";

/** Gives a member another role. Answers the board. */
export async function changeMemberRole(viewer: Viewer, boardId: string, userId: string, role: MemberRole) {
  const board = await findBoardFor(viewer, "share", boardId, "Permission denied: only board owner or admin can change member roles");
  if (role === "admin") requireAdminMaker(viewer, board);
  if (userId === board.ownerId) throw new BoardsError("member.is_owner", { message: "Cannot change the board owner's role", field: "userId" });
  const { count } = await db().boardMember.updateMany({ where: { boardId, userId }, data: { role } });
  if (count === 0) throw new BoardsError("member.not_found", { field: "userId" });
  return board;
}
