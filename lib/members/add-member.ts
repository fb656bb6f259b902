import type { Viewer } from "@/lib/auth/viewer";
import { findBoardFor } from "@/lib/boards/find-board";
import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { findTenantUser } from "@/lib/members/find-tenant-user";
import { Prisma } from "@/prisma/generated/client";

/** A member's role on a board. */
export type MemberRole = "viewer" | "editor" | "admin";

/** Puts a user of the tenant on a board. Answers the board. */
export async function addMember(viewer: Viewer, { boardId, userId, role }: { boardId: string; userId: string; role: MemberRole }) {
  const board = await findBoardFor(viewer, "share", boardId, "Permission denied: only board owner or admin can add members");
  const user = await findTenantUser(viewer, userId);
  if (user.id === board.ownerId) throw new BoardsError("member.is_owner", { field: "userId" });
  try {
    await db().boardMember.create({ data: { boardId, userId, role, invitedBy: viewer.userId } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new BoardsError("member.exists", { field: "userId", cause: error });
    throw error;
  }
  return board;
}
