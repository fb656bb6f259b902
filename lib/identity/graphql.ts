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
  description: "A tenant that has admitted the viewer.",
  fields: (t) => ({
    tenantId: t.expose("tenantId", { type: "UUID" }),
    name: t.string({ resolve: ({ tenant }) => tenant.name }),
    slug: t.string({ description: "For the header `X-Tenant`.", resolve: ({ tenant }) => tenant.slug }),
    role: t.field({ type: TenantRoleEnum, resolve: ({ tenantRole }) => tenantRole as typeof TenantRoleEnum.$inferType }),
    isCurrent: t.boolean({ description: "Whether this request is answered in it.", resolve: ({ id }, _args, { viewer }) => viewer?.userId === id }),
    awaitsApproval: t.boolean({
      description: "Whether an admin of the installation has to approve the tenant before anybody enters it.",
      resolve: ({ tenant }) => !isApproved(tenant.settings),
    }),
  }),
});

const AccountRef = builder.prismaObject("Account", {
  description: "Whoever is signed in, in whichever tenant.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    email: t.exposeString("email", { nullable: true }),
    memberships: t.field({
      type: [MembershipRef],
      description: "The tenants that have admitted them and have not disabled them since, by name.",
      extensions: atMost(maximumTenants),
      resolve: ({ id }) => membershipsOf(id, maximumTenants),
    }),
  }),
});

builder.queryField("myAccount", (t) =>
  t.prismaField({
    type: AccountRef,
    nullable: true,
    description: "The viewer's own account, also before any tenant has admitted it; null for nobody, and for keys.",
    resolve: (query, _root, _args, { accountId }) =>
      accountId ? asInstallation(() => db().account.findUnique({ ...query, where: { id: accountId } })) : null,
  }),
);

builder.mutationField("switchTenant", (t) =>
  t.field({
    type: "UUID",
    description:
      "Moves the browser that asks into another tenant of its account, and answers who they are there. Programs send the header `X-Tenant` instead.",
    args: { tenantId: t.arg({ type: "UUID", required: true }) },
    resolve: async (_root, { tenantId }, context) =>
      (await switchTenant(requireAccount(context, "to change the tenant"), context.sessionId, tenantId)).id,
  }),
);
