import { switchTenant } from "@/lib/identity/sessions/sessions";
import { isApproved } from "@/lib/identity/tenants/approval";
import { requireAccount } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { TenantRoleEnum } from "@/lib/platform/graphql/enums";
import { type Membership, membershipsOf } from "./memberships/memberships";

const maximumTenants = 100;

const MembershipRef = builder.objectRef<Membership>("Membership").implement({
  description: "A tenant the viewer belongs to.",
  fields: (t) => ({
    tenantId: t.expose("tenantId", { type: "UUID" }),
    name: t.string({ resolve: ({ tenant }) => tenant.name }),
    slug: t.string({ description: "Value for the `X-Tenant` header.", resolve: ({ tenant }) => tenant.slug }),
    role: t.field({ type: TenantRoleEnum, resolve: ({ tenantRole }) => tenantRole as typeof TenantRoleEnum.$inferType }),
    isCurrent: t.boolean({ description: "Whether it's the tenant of this request.", resolve: ({ id }, _args, { viewer }) => viewer?.userId === id }),
    awaitsApproval: t.boolean({
      description: "Whether the tenant is waiting for an installation admin's approval.",
      resolve: ({ tenant }) => !isApproved(tenant.settings),
    }),
  }),
});

const AccountRef = builder.prismaObject("Account", {
  description: "The signed-in person, across all their tenants.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    email: t.exposeString("email", { nullable: true }),
    memberships: t.field({
      type: [MembershipRef],
      description: "Tenants they belong to and are not disabled in, by name.",
      extensions: atMost(maximumTenants),
      resolve: ({ id }) => membershipsOf(id, maximumTenants),
    }),
  }),
});

builder.queryField("myAccount", (t) =>
  t.prismaField({
    type: AccountRef,
    nullable: true,
    description: "The viewer's account, even before they belong to any tenant. Null if nobody is signed in, and for API keys.",
    resolve: (query, _root, _args, { accountId }) =>
      accountId ? asInstallation(() => db().account.findUnique({ ...query, where: { id: accountId } })) : null,
  }),
);

builder.mutationField("switchTenant", (t) =>
  t.field({
    type: "UUID",
    description:
      "Switches this browser to another of the account's tenants and returns the user's ID there. API clients send the `X-Tenant` header instead.",
    args: { tenantId: t.arg({ type: "UUID", required: true }) },
    resolve: async (_root, { tenantId }, context) => (await switchTenant(requireAccount(context), context.sessionId, tenantId)).id,
  }),
);
