import type { Identity } from "@/lib/accounts/ensure-account";
import { idInToken } from "@/lib/auth/signed-token";
import { db, type Transaction } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { ensureUser } from "@/lib/users/ensure-user";
import type { Invitation, User } from "@/prisma/generated/client";

const open = () => ({ acceptedAt: null, expiresAt: { gt: new Date() } });

/** Accepts what waits for this identity's address, if its provider vouches for it. */
export async function acceptInvitationsOf(identity: Identity): Promise<void> {
  if (!identity.isEmailVerified || !identity.email) return;
  const waiting = await db().invitation.findMany({ where: { email: identity.email.toLowerCase(), ...open() } });
  for (const invitation of waiting) await accept(invitation, await ensureUser(invitation.tenantId, identity));
}

/** The invitation of this token, if it is still open. */
export async function findInvitation(token: string): Promise<Invitation> {
  const id = idInToken("invitation", token);
  const invitation = id && (await db().invitation.findFirst({ where: { id, ...open() } }));
  if (!invitation) throw new BoardsError("invitation.not_found", { field: "token" });
  return invitation;
}

/** Accepts one invitation for a user of its tenant: once, whoever holds the link. */
export async function accept(invitation: Invitation, user: User): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: { id: invitation.id, ...open() }, data: { acceptedAt: new Date() } });
    if (count === 0) throw new BoardsError("invitation.not_found", { field: "token" });
    if (invitation.boardId) await joinBoard(tx, invitation, user);
    else if (invitation.role === "admin" && user.tenantRole === "member")
      await tx.user.update({ where: { id: user.id }, data: { tenantRole: "admin" } });
  });
}

async function joinBoard(tx: Transaction, { boardId, role, invitedBy }: Invitation, user: User) {
  const board = boardId && (await tx.board.findFirst({ where: { id: boardId, ownerId: { not: user.id } }, select: { id: true } }));
  if (!board) return;
  const key = { boardId: board.id, userId: user.id };
  await tx.boardMember.upsert({ where: { boardId_userId: key }, create: { ...key, role, invitedBy }, update: {} });
}
