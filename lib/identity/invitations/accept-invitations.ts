import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { ensureAccount, type Identity } from "@/lib/identity/accounts/ensure-account";
import { lowerCaseAddress } from "@/lib/identity/accounts/lower-case-address";
import { mayInvite } from "@/lib/identity/invitations/may-invite";
import { ensureUserOf } from "@/lib/identity/users/ensure-user";
import { idInToken } from "@/lib/platform/caller/signed-token";
import { sessionViewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { maximumPageSize } from "@/lib/platform/graphql/page";
import type { Account, Invitation, User } from "@/prisma/generated/client";

const open = () => ({ acceptedAt: null, expiresAt: { gt: new Date() } });

/** Accepts what waits for this identity's address, if its provider vouches for it. */
export async function acceptInvitationsOf(identity: Identity): Promise<void> {
  if (!identity.isEmailVerified || !identity.email) return;
  const where = { email: lowerCaseAddress(identity.email), ...open() };
  const waiting = await db().invitation.findMany({ where, take: maximumPageSize });
  if (waiting.length === 0) return;
  const account = await ensureAccount(identity);
  for (const invitation of waiting)
    await accept(invitation, account, identity).catch((error) => {
      // Void, or accepted by another request of the same moment: nobody is kept out for it.
      if (!(error instanceof BoardsError) || error.reason !== "invitation.not_found") throw error;
    });
}

/** The invitation of this token, if it is still open. */
export async function findInvitation(token: string): Promise<Invitation> {
  const id = idInToken("invitation", token);
  const invitation = id && (await db().invitation.findFirst({ where: { id, ...open() } }));
  if (!invitation) throw new BoardsError("invitation.not_found", { field: "token" });
  return invitation;
}

/** The invitation of this token, if it was accepted and is for this account's address, and the account is in its tenant. */
export async function findAccepted(token: string, { id: accountId, email }: Pick<Account, "id" | "email">): Promise<Invitation | null> {
  const id = idInToken("invitation", token);
  if (!id || !email) return null;
  const tenant = { users: { some: { accountId, disabledAt: null } } };
  return db().invitation.findFirst({ where: { id, email: lowerCaseAddress(email), acceptedAt: { not: null }, tenant } });
}

/** Insists on the address that an invitation is for. */
export function requireInvited({ email }: Invitation, address: string | null): void {
  if (address === null || lowerCaseAddress(address) !== email) throw new BoardsError("invitation.other_address", { field: "email" });
}

/**
 * Accepts one invitation, once, for the account of its address, which becomes a user of its tenant, all or nothing. It is void when whoever
 * sent it may not invite there any more. As a part of `transaction`, where there is one.
 */
export async function accept(
  invitation: Invitation,
  account: Pick<Account, "id" | "email">,
  profile: Pick<Identity, "displayName" | "avatarUrl">,
  transaction?: Transaction,
): Promise<User> {
  requireInvited(invitation, account.email);
  const work = async (tx: Transaction) => {
    const { count } = await tx.invitation.updateMany({ where: { id: invitation.id, ...open() }, data: { acceptedAt: new Date() } });
    if (count === 0 || !(await isBacked(tx, invitation))) throw new BoardsError("invitation.not_found", { field: "token" });
    const user = await ensureUserOf(account.id, invitation.tenantId, profile, "member", tx);
    if (invitation.boardId) await joinBoard(tx, invitation, user);
    else if (invitation.role === "admin" && user.tenantRole === "member")
      return tx.user.update({ where: { id: user.id }, data: { tenantRole: "admin" } });
    return user;
  };
  return transaction ? work(transaction) : db().$transaction(work);
}

/** Whether whoever sent an invitation may still invite there. */
export async function isBacked(
  tx: Pick<Transaction, "user" | "board">,
  { tenantId, boardId, role, invitedBy }: Pick<Invitation, "tenantId" | "boardId" | "role" | "invitedBy">,
): Promise<boolean> {
  const inviter = invitedBy && (await tx.user.findFirst({ where: { id: invitedBy, tenantId, disabledAt: null } }));
  if (!inviter) return false;
  const members = { where: { userId: inviter.id }, select: { userId: true, role: true } };
  const board = boardId ? await tx.board.findFirst({ where: { id: boardId, trashedAt: null }, include: { members } }) : null;
  // Nobody is asked to a board in the trash; once it is restored, they are.
  if (boardId && !board) return false;
  return mayInvite(sessionViewer(inviter), { role, board });
}

async function joinBoard(tx: Transaction, { boardId, role, invitedBy }: Invitation, user: User) {
  // Held, so that no transfer comes between: the owner of a board is not among its members.
  const [board] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM boards.boards WHERE id = ${boardId}::uuid AND owner_id <> ${user.id}::uuid FOR SHARE`;
  if (!board) return;
  const key = { boardId: board.id, userId: user.id };
  await tellBoardChange(tx, board.id);
  await tx.boardMember.upsert({ where: { boardId_userId: key }, create: { ...key, role, invitedBy }, update: {} });
}
