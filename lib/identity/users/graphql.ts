import "@/lib/identity/users/user-loaders";
import { publicBoards } from "@/lib/identity/access/board-policy";
import { setDisabled, setTenantRole, updateProfile } from "@/lib/identity/users/change-users";
import { peopleWith } from "@/lib/identity/users/search-people";
import { isTenantAdmin, requireTenantAdmin, requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { builder } from "@/lib/platform/graphql/builder";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";
import type { GraphqlContext } from "@/lib/platform/graphql/context";
import { TenantInvitationRole, TenantRoleEnum } from "@/lib/platform/graphql/enums";
import { guarded } from "@/lib/platform/graphql/guarded-fields";
import { found } from "@/lib/platform/graphql/page-loader";

interface Person {
  id: string;
  tenantId: string;
}

/** The user themselves, and admins of their tenant. */
export const maySeeIdentity = (user: Person, { viewer }: GraphqlContext) =>
  viewer?.userId === user.id || (isTenantAdmin(viewer) && viewer.tenantId === user.tenantId);

/** People of the same tenant know each other; everyone else is told the name of whoever owns a public board. */
const maySeeName = ({ id, tenantId }: Person, { viewer, loaders }: GraphqlContext) =>
  viewer?.tenantId === tenantId || loaders.ownsPublicBoard.load(id);

const identityOrNull = "Null except for the user and admins.";
const identityOrEmpty = "Empty except for the user and admins.";
const publicName = "Null in other tenants, unless the user owns a public board.";

/** A person in one tenant. */
export const UserRef = builder.prismaObject("User", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    tenantId: t.expose("tenantId", { type: "UUID" }),
    authProvider: t.string({
      description: identityOrEmpty,
      extensions: guarded(maySeeIdentity, () => ""),
      resolve: async ({ accountId }, _args, { loaders }) => (await found(loaders.account.load(accountId))).authProvider,
    }),
    authSubject: t.string({
      description: identityOrEmpty,
      extensions: guarded(maySeeIdentity, () => ""),
      resolve: async ({ accountId }, _args, { loaders }) => (await found(loaders.account.load(accountId))).authSubject,
    }),
    email: t.string({
      nullable: true,
      description: identityOrNull,
      extensions: guarded(maySeeIdentity),
      resolve: async ({ accountId }, _args, { loaders }) => (await found(loaders.account.load(accountId))).email,
    }),
    displayName: t.exposeString("displayName", { nullable: true, description: publicName, extensions: guarded(maySeeName) }),
    avatarUrl: t.exposeString("avatarUrl", { nullable: true, description: publicName, extensions: guarded(maySeeName) }),
    tenantRole: t.field({
      type: TenantRoleEnum,
      nullable: true,
      description: identityOrNull,
      extensions: guarded(maySeeIdentity),
      resolve: (user) => user.tenantRole as typeof TenantRoleEnum.$inferType,
    }),
    disabledAt: t.expose("disabledAt", {
      type: "DateTime",
      nullable: true,
      description: "Null except for admins.",
      extensions: guarded(maySeeIdentity),
    }),
    lastSeenAt: t.field({
      type: "DateTime",
      nullable: true,
      description:
        "When they last used this tenant in a browser, accurate to five minutes. Null except for the user and admins, and if they never have.",
      extensions: guarded(maySeeIdentity),
      resolve: async ({ id, lastEnteredAt }, _args, { loaders }) => (await loaders.lastUsedAt.load(id)) ?? lastEnteredAt,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
  }),
});

builder.prismaObjectField("AuditEntry", "user", (t) =>
  t.field({
    type: UserRef,
    nullable: true,
    description: "Null if nobody was signed in, or the user was deleted.",
    resolve: ({ userId }, _args, { loaders }) => (userId ? loaders.user.load(userId) : null),
  }),
);

builder.queryFields((t) => ({
  me: t.prismaField({
    type: "User",
    nullable: true,
    description: "The signed-in user. Null if nobody is signed in.",
    resolve: (query, _root, _args, { viewer }) => (viewer ? db().user.findFirst({ ...query, where: { id: viewer.userId } }) : null),
  }),
  user: t.prismaField({
    type: "User",
    nullable: true,
    description: "A user of the viewer's tenant, or the owner of a public board. Null for anyone else.",
    args: { id: t.arg({ type: "UUID", required: true }) },
    resolve: (query, _root, { id }, { viewer }) =>
      db().user.findFirst({
        ...query,
        where: { id, OR: [...(viewer ? [{ tenantId: viewer.tenantId }] : []), { boards: { some: publicBoards } }] },
      }),
  }),
  tenantUsers: t.connection({
    type: UserRef,
    description: "All users of the tenant, newest first. Admins only.",
    args: { query: t.arg.string({ description: "Part of a name or email address. Ignores case." }) },
    resolve: (_root, { query: text, ...args }, context, info) => {
      const { tenantId } = requireTenantAdmin(context.viewer);
      const where = { AND: [{ tenantId }, text ? peopleWith(text, true) : {}] };
      const query = nodeQuery(context, info);
      return connect(
        args,
        { field: "createdAt", direction: "desc" },
        (keyset) => readAsInstallation(() => db().user.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } })),
        () => readAsInstallation(() => db().user.count({ where })),
      );
    },
  }),
}));

const UpdateUserInput = builder.inputType("UpdateUserInput", {
  description: "Null or omitted fields stay unchanged. An empty value resets the field to what the authentication provider says.",
  fields: (t) => ({ displayName: t.string(), avatarUrl: t.string() }),
});

const userId = { type: "UUID", required: true } as const;

builder.mutationFields((t) => ({
  updateUser: t.field({
    type: UserRef,
    description: "Changes the viewer's own profile.",
    args: { input: t.arg({ type: UpdateUserInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => updateProfile(requireViewer(viewer), input),
  }),
  disableUser: t.field({
    type: UserRef,
    description: "Disables a user of the tenant, effective on their next request. Admins only.",
    args: { userId: t.arg(userId) },
    resolve: (_root, args, { viewer }) => setDisabled(requireTenantAdmin(viewer), args.userId, true),
  }),
  enableUser: t.field({
    type: UserRef,
    args: { userId: t.arg(userId) },
    resolve: (_root, args, { viewer }) => setDisabled(requireTenantAdmin(viewer), args.userId, false),
  }),
  setTenantRole: t.field({
    type: UserRef,
    description: "Changes a user's role to member or admin. Only for the tenant's owner.",
    args: { userId: t.arg(userId), role: t.arg({ type: TenantInvitationRole, required: true }) },
    resolve: (_root, { role, ...args }, { viewer }) => setTenantRole(requireTenantAdmin(viewer), args.userId, role),
  }),
}));
