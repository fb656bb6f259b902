import { findBoardFor } from "@/lib/boards/find-board";
import type { MemberRole } from "@/lib/boards/members/add-member";
import { requireAdminMaker } from "@/lib/identity/access/make-admins";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Gives a member another role. Answers the board. */
export async function changeMemberRole(viewer: Viewer, boardId: string, userId: string, role: MemberRole) {
  const board = await findBoardFor(viewer, "share", boardId, "Permission denied: only board owner or admin can change member roles");
  if (role === "admin") requireAdminMaker(viewer, board);
  if (userId === board.ownerId) throw new BoardsError("member.is_owner", { message: "Cannot change the board owner's role", field: "userId" });
  const { count } = await db().boardMember.updateMany({ where: { boardId, userId }, data: { role } });
  if (count === 0) throw new BoardsError("member.not_found", { field: "userId" });
  return board;
}
