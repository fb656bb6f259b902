import { findBoardFor } from "@/lib/boards/find-board";
import { findTenantUser } from "@/lib/boards/members/find-tenant-user";
import { requireAdminMaker } from "@/lib/identity/access/make-admins";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";

/** A member's role on a board. */
export type MemberRole = "viewer" | "editor" | "admin";

/** Puts a user of the tenant on a board. Answers the board. */
export async function addMember(viewer: Viewer, { boardId, userId, role }: { boardId: string; userId: string; role: MemberRole }) {
  const board = await findBoardFor(viewer, "share", boardId, say("reasons.member.addDenied"));
  if (role === "admin") requireAdminMaker(viewer, board);
  const user = await findTenantUser(viewer, userId);
  if (user.id === board.ownerId) throw new BoardsError("member.is_owner", { field: "userId" });
  await createMember({ boardId, userId, role, invitedBy: viewer.userId }, "userId");
  return board;
}

/** Writes a member's row; who is on the board already, or becomes its owner at the same moment, is refused by the name of `field`. */
export async function createMember(data: { boardId: string; userId: string; role: MemberRole; invitedBy: string }, field: string) {
  try {
    return await db().$transaction(async (tx) => {
      // Held, so that no transfer comes between: the owner of a board is not among its members.
      const [board] = await tx.$queryRaw<{ owner_id: string }[]>`SELECT owner_id FROM boards.boards WHERE id = ${data.boardId}::uuid FOR SHARE`;
      if (board?.owner_id === data.userId) throw new BoardsError("member.is_owner", { field });
      await tellBoardChange(tx, data.boardId);
      return tx.boardMember.create({ data });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new BoardsError("member.exists", { field, cause: error });
    throw error;
  }
}
