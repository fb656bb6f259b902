import { findBoardFor } from "@/lib/boards/find-board";
import type { MemberRole } from "@/lib/boards/members/add-member";
import { requireAdminMaker } from "@/lib/identity/access/make-admins";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Gives a member another role. Answers the board. */
export async function changeMemberRole(viewer: Viewer, boardId: string, userId: string, role: MemberRole) {
  const board = await findBoardFor(viewer, "share", boardId, say("reasons.member.changeDenied"));
  if (role === "admin") requireAdminMaker(viewer, board);
  if (userId === board.ownerId) throw new BoardsError("member.is_owner", { message: say("reasons.member.ownerRole"), field: "userId" });
  const { count } = await db().boardMember.updateMany({ where: { boardId, userId }, data: { role } });
  if (count === 0) throw new BoardsError("member.not_found", { field: "userId" });
  await tellBoardChange(db(), boardId);
  return board;
}
