import * as z from "zod";
import { findBoardFor } from "@/lib/boards/find-board";
import { createMember, type MemberRole } from "@/lib/boards/members/add-member";
import { requireAdminMaker } from "@/lib/identity/access/make-admins";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { accept, findAccepted, findInvitation, requireInvited } from "@/lib/identity/invitations/accept-invitations";
import { mayInvite } from "@/lib/identity/invitations/may-invite";
import { say } from "@/lib/messages/say";
import { happensIn } from "@/lib/platform/audit/audited";
import { requireAccount, requireTenantAdmin, requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { addWithin } from "@/lib/platform/db/add-within";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { maximumPageSize } from "@/lib/platform/graphql/page";
import { parseInput } from "@/lib/platform/parse-input";
import type { Invitation } from "@/prisma/generated/client";

const validityMs = 14 * 24 * 3600 * 1000;
/** So many invitations to one board, or to the tenant itself, wait at a time: as many as their list shows. */
export const maximumInvitations = maximumPageSize;
const address = z.object({ email: z.email(say("reasons.user.email")).max(255).toLowerCase() });

/**
 * Asks someone to a board by e-mail address. Whoever has an account with that address in the tenant is a member at once; for everyone else
 * an invitation waits two weeks, and its link is for the inviter to pass on. Asking again renews it.
 */
export async function inviteToBoard(viewer: Viewer, given: { boardId: string; email: string; role: MemberRole }) {
  const { boardId, role } = given;
  const { email } = parseInput(address, given);
  const board = await findBoardFor(viewer, "share", boardId, say("reasons.member.addDenied"));
  if (role === "admin") requireAdminMaker(viewer, board);
  const known = await db().user.findFirst({
    where: {
      tenantId: viewer.tenantId,
      disabledAt: null,
      // A password account is known by its address, which nobody has verified.
      account: { email, OR: [{ isEmailVerified: true }, { authProvider: "password" }] },
    },
  });
  if (known?.id === board.ownerId) throw new BoardsError("member.is_owner", { field: "email" });
  if (known) {
    return { member: await createMember({ boardId, userId: known.id, role, invitedBy: viewer.userId }, "email"), invitation: null };
  }
  return { member: null, invitation: await renew(viewer, { boardId, email, role }) };
}

/** Asks someone to the viewer's tenant. For its admins; an admin is asked by its owner. */
export async function inviteToTenant(viewer: Viewer, given: { email: string; role: "member" | "admin" }): Promise<Invitation> {
  const admin = requireTenantAdmin(viewer);
  if (given.role === "admin") requireAdminMaker(admin, null);
  return renew(admin, { boardId: null, email: parseInput(address, given).email, role: given.role });
}

async function renew(viewer: Viewer, { boardId, email, role }: { boardId: string | null; email: string; role: string }) {
  const expiresAt = new Date(Date.now() + validityMs);
  const { tenantId, userId } = viewer;
  const bound = {
    place: `invitations:${boardId ?? tenantId}`,
    maximum: maximumInvitations,
    // The one that is renewed is no further one.
    count: (tx: Transaction) =>
      tx.invitation.count({ where: { tenantId, boardId, acceptedAt: null, expiresAt: { gt: new Date() }, email: { not: email } } }),
    refusal: { message: say("reasons.invitation.tooMany", { maximum: maximumInvitations }), field: "email" },
  };
  return addWithin(bound, async (tx) => {
    await tx.invitation.deleteMany({ where: { tenantId, boardId, email } });
    if (boardId) await tellBoardChange(tx, boardId);
    return tx.invitation.create({ data: { tenantId, boardId, email, role, invitedBy: userId, expiresAt } });
  });
}

/** Takes an invitation back before it is accepted: by whoever may invite there. */
export async function revokeInvitation(viewer: Viewer, id: string): Promise<true> {
  const invitation = await db().invitation.findFirst({
    where: { id, tenantId: viewer.tenantId, acceptedAt: null },
    include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
  });
  // An admin takes back what its owner sent, too.
  const isAllowed = invitation && mayInvite(viewer, { role: "member", board: invitation.board });
  if (!isAllowed) throw new BoardsError("invitation.not_found", { field: "id" });
  await db().invitation.deleteMany({ where: { id, acceptedAt: null } });
  if (invitation.boardId) await tellBoardChange(db(), invitation.boardId);
  return true;
}

/** Who asks: as a user of a tenant, or signed in and not yet in any. */
interface Asker {
  viewer: Viewer | null;
  accountId: string | null;
}

/**
 * Accepts an invitation by its link, for the account that is signed in under its address. Answers the board's id, if it was to one; also when
 * that account has accepted it, as signing in does where the provider vouches for the address.
 */
export async function acceptInvitation({ viewer, accountId }: Asker, token: string): Promise<string | null> {
  const own = viewer ? requireViewer(viewer).accountId : requireAccount({ viewer, accountId });
  const account = await db().account.findUniqueOrThrow({ where: { id: own } });
  try {
    const invitation = await findInvitation(token);
    if (viewer && invitation.role === "admin") requireViewer(viewer, "admin");
    const here = viewer && (await db().user.findUnique({ where: { id: viewer.userId } }));
    const user = await accept(invitation, account, { displayName: here?.displayName ?? undefined, avatarUrl: here?.avatarUrl ?? undefined });
    happensIn({ tenantId: user.tenantId, userId: user.id });
    return invitation.boardId;
  } catch (error) {
    const isOver = error instanceof BoardsError && error.reason === "invitation.not_found";
    const accepted = isOver && (await findAccepted(token, account));
    if (!accepted) throw error;
    return accepted.boardId;
  }
}

/** Turns an invitation down, for the account that is signed in under its address: its link opens nothing any more. */
export async function declineInvitation({ viewer, accountId }: Asker, token: string): Promise<true> {
  const own = viewer ? requireViewer(viewer).accountId : requireAccount({ viewer, accountId });
  const account = await db().account.findUniqueOrThrow({ where: { id: own } });
  const invitation = await findInvitation(token);
  requireInvited(invitation, account.email);
  await db().invitation.deleteMany({ where: { id: invitation.id, acceptedAt: null } });
  if (invitation.boardId) await tellBoardChange(db(), invitation.boardId);
  return true;
}
