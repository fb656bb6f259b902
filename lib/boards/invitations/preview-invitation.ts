import { isBacked } from "@/lib/identity/invitations/accept-invitations";
import { idInToken } from "@/lib/platform/caller/signed-token";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";

/** What an invitation is to and from whom, for whoever holds its link and decides. */
export interface InvitationPreview {
  state: "open" | "expired" | "accepted";
  email: string;
  role: string;
  expiresAt: Date;
  tenantId: string;
  boardId: string | null;
  /** These are told only while it is open: who once held a link is no member for it. */
  workspaceName: string | null;
  boardTitle: string | null;
  inviterName: string | null;
}

/** What the link of this token leads to. Null when it was taken back or renewed, or its sender may not invite there any more. */
export async function previewInvitation(token: string): Promise<InvitationPreview | null> {
  const id = idInToken("invitation", token);
  if (!id) return null;
  return readAsInstallation(async () => {
    const told = { tenant: { select: { name: true } }, board: { select: { title: true } }, inviter: { select: { displayName: true } } };
    const found = await db().invitation.findUnique({ where: { id }, include: told });
    if (!found) return null;
    const { tenant, board, inviter, ...invitation } = found;
    const state = invitation.acceptedAt ? "accepted" : invitation.expiresAt <= new Date() ? "expired" : "open";
    const isOpen = state === "open";
    if (isOpen && !(await isBacked(db(), invitation))) return null;
    const { email, role, expiresAt, tenantId, boardId } = invitation;
    return {
      ...{ state, email, role, expiresAt, tenantId, boardId },
      workspaceName: isOpen ? tenant.name : null,
      boardTitle: isOpen ? (board?.title ?? null) : null,
      inviterName: isOpen ? (inviter?.displayName ?? null) : null,
    };
  });
}
