import { couldShare, mayShare } from "@/lib/boards/could-share";
import { BoardMemberRef } from "@/lib/boards/graphql";
import { invitationLink } from "@/lib/boards/invitations/invitation-link";
import { acceptInvitation, declineInvitation, inviteToBoard, inviteToTenant, revokeInvitation } from "@/lib/boards/invitations/invite";
import { type InvitationPreview, previewInvitation } from "@/lib/boards/invitations/preview-invitation";
import { mayInvite } from "@/lib/identity/invitations/may-invite";
import { isTenantAdmin, requireTenantAdmin, requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { BoardRole, InvitationState, TenantInvitationRole } from "@/lib/platform/graphql/enums";
import { credential, guarded } from "@/lib/platform/graphql/guarded-fields";
import { maximumPageSize } from "@/lib/platform/graphql/page";
import { firstPage } from "@/lib/platform/graphql/page-loader";
import type { BoardMember, Invitation } from "@/prisma/generated/client";

/** Whether the viewer could send an invitation like this one. */
function couldInvite({ tenantId, boardId, role }: Invitation, context: GraphqlContext) {
  const { viewer } = context;
  if (!viewer || viewer.tenantId !== tenantId) return false;
  if (!boardId) return mayInvite(viewer, { role, board: null });
  return (role !== "admin" || viewer.scopes.includes("admin")) && couldShare(boardId, context);
}

const InvitationRef = builder.prismaObject("Invitation", {
  description: "An invitation to a board or tenant, visible to people who can invite there.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID", nullable: true }),
    email: t.exposeString("email"),
    role: t.exposeString("role", { description: "`viewer`, `editor` or `admin` on a board; `member` or `admin` in a tenant." }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    acceptedAt: t.expose("acceptedAt", { type: "DateTime", nullable: true }),
    link: t.string({
      nullable: true,
      description:
        "The link to share with the invited person; no email is sent. It only works for the invited email address. Null if the viewer couldn't send this invitation.",
      extensions: credential<Invitation>(couldInvite),
      resolve: invitationLink,
    }),
  }),
});

const InviteResult = builder.objectRef<{ member: BoardMember | null; invitation: Invitation | null }>("InviteResult").implement({
  description: "A member if the email address already has an account in the tenant, otherwise a pending invitation.",
  fields: (t) => ({
    member: t.field({ type: BoardMemberRef, nullable: true, resolve: ({ member }) => member }),
    invitation: t.field({ type: InvitationRef, nullable: true, resolve: ({ invitation }) => invitation }),
  }),
});

const InviteBoardMemberInput = builder.inputType("InviteBoardMemberInput", {
  fields: (t) => ({
    boardId: t.field({ type: "UUID", required: true }),
    email: t.string({ required: true }),
    role: t.field({ type: BoardRole, required: true, defaultValue: "viewer" }),
  }),
});

builder.prismaObjectField("Board", "invitations", (t) =>
  t.field({
    type: [InvitationRef],
    description: "Pending invitations, newest first. Empty if the viewer can't invite people.",
    extensions: { ...atMost(maximumPageSize), ...guarded(mayShare, () => []) },
    resolve: ({ id }, _args, { loaders }) => loaders.openInvitations.load(firstPage(id)),
  }),
);

builder.queryField("tenantInvitations", (t) =>
  t.prismaField({
    type: ["Invitation"],
    description: "Pending invitations to the tenant, newest first. Empty unless the viewer is an admin.",
    extensions: atMost(maximumPageSize),
    resolve: (query, _root, _args, { viewer }) =>
      isTenantAdmin(viewer)
        ? db().invitation.findMany({
            ...query,
            where: { tenantId: viewer.tenantId, boardId: null, acceptedAt: null, expiresAt: { gt: new Date() } },
            orderBy: [{ createdAt: "desc" }],
            take: maximumPageSize,
          })
        : [],
  }),
);

const onlyOpen = "Null unless the invitation is open.";

const InvitationPreviewRef = builder.objectRef<InvitationPreview>("InvitationPreview").implement({
  description: "An invitation as seen by the person who has its link.",
  fields: (t) => ({
    state: t.field({ type: InvitationState, resolve: ({ state }) => state }),
    email: t.exposeString("email", { description: "The address it's for." }),
    role: t.exposeString("role", { description: "`viewer`, `editor` or `admin` on a board; `member` or `admin` in a tenant." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    boardId: t.expose("boardId", { type: "UUID", nullable: true }),
    workspaceName: t.exposeString("workspaceName", { nullable: true, description: `The tenant's name. ${onlyOpen}` }),
    boardTitle: t.exposeString("boardTitle", { nullable: true, description: onlyOpen }),
    inviterName: t.exposeString("inviterName", { nullable: true, description: onlyOpen }),
  }),
});

builder.queryField("invitationPreview", (t) =>
  t.field({
    type: InvitationPreviewRef,
    nullable: true,
    description: "Null if the link is wrong, or the invitation was revoked, replaced by a newer one, or its sender can no longer invite people.",
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }) => previewInvitation(token),
  }),
);

builder.mutationFields((t) => ({
  inviteBoardMember: t.field({
    type: InviteResult,
    args: { input: t.arg({ type: InviteBoardMemberInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => inviteToBoard(requireViewer(viewer), input),
  }),
  inviteToTenant: t.field({
    type: InvitationRef,
    args: { email: t.arg.string({ required: true }), role: t.arg({ type: TenantInvitationRole, required: true, defaultValue: "member" }) },
    resolve: (_root, args, { viewer }) => inviteToTenant(requireTenantAdmin(viewer), args),
  }),
  revokeInvitation: t.boolean({
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (_root, { id }, { viewer }) => revokeInvitation(requireViewer(viewer), id),
  }),
  acceptInvitation: t.field({
    type: "UUID",
    nullable: true,
    description: "Returns the board's ID, or null if the invitation was to the tenant only.",
    args: { token: t.arg.string({ required: true }) },
    // The invitation may be another tenant's: its token is what lets the viewer in.
    resolve: (_root, { token }, { viewer, accountId }) => asInstallation(() => acceptInvitation({ viewer, accountId }, token)),
  }),
  declineInvitation: t.boolean({
    description: "Turns down an invitation to the viewer's email address.",
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, { viewer, accountId }) => asInstallation(() => declineInvitation({ viewer, accountId }, token)),
  }),
}));
