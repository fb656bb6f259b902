import { say } from "@/lib/messages/say";
import "@/lib/spending/spending-loaders";
import { installationAdmin } from "@/lib/identity/tenants/installation-admin";
import { maySeeIdentity } from "@/lib/identity/users/graphql";
import { isTenantAdmin, requireTenantAdmin, requireViewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { guarded } from "@/lib/platform/graphql/guarded-fields";
import { addCredits, maximumSpendingLimits, setCreditsRequired, setSpendingLimit } from "@/lib/spending/add-credits";
import { maximumSpendingRows, spendingGroups, spendingOf } from "@/lib/spending/spending";
import { type NamedSpendingRow, withNames } from "@/lib/spending/spending-names";
import type { Prisma } from "@/prisma/generated/client";

const maximumLines = 100;

const CreditTransactionType = builder.enumType("CreditTransactionType", {
  values: {
    RESERVE: { value: "reserve" },
    FINALIZE: { value: "finalize" },
    REFUND: { value: "refund" },
    PURCHASE: { value: "purchase" },
    GRANT: { value: "grant" },
  } as const,
});
const CreditKind = builder.enumType("CreditKind", { values: { GRANT: { value: "grant" }, PURCHASE: { value: "purchase" } } as const });
const SpendingPeriod = builder.enumType("SpendingPeriod", { values: { DAY: { value: "day" }, MONTH: { value: "month" } } as const });
const SpendingGroup = builder.enumType("SpendingGroup", {
  values: Object.fromEntries(spendingGroups.map((value) => [value.toUpperCase(), { value }])) as {
    [Name in Uppercase<(typeof spendingGroups)[number]>]: { value: Lowercase<Name> };
  },
});

const CreditTransactionRef = builder.prismaObject("CreditTransaction", {
  description: "A ledger entry in US dollars. Negative amounts reduce the balance.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    type: t.field({ type: CreditTransactionType, resolve: ({ transactionType }) => transactionType as typeof CreditTransactionType.$inferType }),
    amountUsd: t.float({ resolve: ({ amount }) => Number(amount) }),
    balanceAfterUsd: t.float({ resolve: ({ balanceAfter }) => Number(balanceAfter) }),
    generationId: t.expose("generationId", { type: "UUID", nullable: true }),
    description: t.exposeString("description", { nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

type Generation = Prisma.GenerationGetPayload<object>;
const number = (value: Prisma.Decimal | null) => (value === null ? null : Number(value));

export const Receipt = builder.objectRef<Generation>("Receipt").implement({
  description: "What a generation cost, with its attempts and ledger entries.",
  fields: (t) => ({
    generationId: t.field({ type: "UUID", resolve: ({ id }) => id }),
    generatorName: t.exposeString("generatorName"),
    madeByGenerator: t.exposeString("madeByGenerator", { nullable: true, description: "The generator that made it, if a failover happened." }),
    estimatedUsd: t.float({ nullable: true, resolve: ({ estimatedCostUsd }) => number(estimatedCostUsd) }),
    costUsd: t.float({
      nullable: true,
      description: "Null until it's settled.",
      // What was free has nothing to settle.
      resolve: ({ costUsd, estimatedCostUsd, completedAt }) =>
        number(costUsd ?? (completedAt && estimatedCostUsd?.isZero() ? estimatedCostUsd : null)),
    }),
    lines: t.field({
      type: [CreditTransactionRef],
      extensions: atMost(maximumLines),
      resolve: ({ id }) => db().creditTransaction.findMany({ where: { generationId: id }, orderBy: { id: "asc" }, take: maximumLines }),
    }),
  }),
});

const SpendingRowRef = builder.objectRef<NamedSpendingRow>("SpendingRow").implement({
  fields: (t) => ({
    key: t.exposeString("key", { description: "An ID, a generator's name, or a day such as 2026-11-24 (UTC)." }),
    name: t.exposeString("name", { nullable: true, description: "The name of what `key` refers to, if `everybody` is set. Null if it was deleted." }),
    usd: t.exposeFloat("usd"),
    generations: t.exposeInt("generations"),
  }),
});

const SpendingLimitRef = builder.prismaObject("SpendingLimit", {
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    userId: t.expose("userId", { type: "UUID", nullable: true, description: "Null for the whole tenant." }),
    personName: t.string({
      nullable: true,
      select: { user: { select: { displayName: true, account: { select: { email: true } } } } },
      resolve: ({ user }) => user && (user.displayName ?? user.account.email),
    }),
    period: t.field({ type: SpendingPeriod, resolve: ({ period }) => period as "day" | "month" }),
    maxUsd: t.float({ nullable: true, resolve: ({ maxUsd }) => number(maxUsd) }),
    maxGenerations: t.exposeInt("maxGenerations", { nullable: true }),
  }),
});

const SpendingLimitInput = builder.inputType("SpendingLimitInput", {
  fields: (t) => ({
    userId: t.field({ type: "UUID", description: "Omit it for the whole tenant." }),
    period: t.field({ type: SpendingPeriod, required: true }),
    maxUsd: t.float(),
    maxGenerations: t.int(),
  }),
});
const AddCreditsInput = builder.inputType("AddCreditsInput", {
  fields: (t) => ({
    userId: t.field({ type: "UUID", required: true }),
    usd: t.float({ required: true }),
    kind: t.field({ type: CreditKind, required: true }),
    description: t.string(),
  }),
});

builder.prismaObjectField("User", "balanceUsd", (t) =>
  t.float({
    nullable: true,
    description: "The user's balance in US dollars. Null except for the user and admins.",
    extensions: guarded(maySeeIdentity),
    resolve: ({ id }, _args, { loaders }) => loaders.balanceUsd.load(id),
  }),
);

builder.queryFields((t) => ({
  creditsRequired: t.boolean({
    description: "Whether users of the tenant can spend only their balance. Admins only.",
    resolve: async (_root, _args, { viewer }) => {
      const { tenantId } = requireTenantAdmin(viewer);
      const { settings } = await db().tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { settings: true } });
      return (settings as { requiresCredits?: boolean }).requiresCredits === true;
    },
  }),
  receipt: t.field({
    type: Receipt,
    nullable: true,
    description: "What a generation cost. For the person who started it, and admins.",
    args: { generationId: t.arg({ type: "UUID", required: true }) },
    resolve: async (_root, { generationId }, { viewer }) => {
      const someone = requireViewer(viewer, "read");
      const { tenantId, userId } = someone;
      return db().generation.findFirst({ where: { id: generationId, tenantId, ...(isTenantAdmin(someone) ? {} : { userId }) } });
    },
  }),
  creditBalance: t.float({
    description: "The viewer's balance in US dollars. Can be negative if credits aren't required.",
    resolve: async (_root, _args, { viewer }) => {
      const { userId } = requireViewer(viewer, "read");
      return Number((await db().creditAccount.findUnique({ where: { userId } }))?.balance ?? 0);
    },
  }),
  spending: t.field({
    type: [SpendingRowRef],
    extensions: atMost(maximumSpendingRows),
    description:
      "The viewer's spending. With `everybody`, the whole tenant's (admins only); with `everyTenant`, all tenants' (installation admins only). Covers the last 30 days by default. Costs count toward the day the generation was started.",
    args: {
      groupBy: t.arg({ type: SpendingGroup, required: true }),
      everybody: t.arg.boolean({ defaultValue: false }),
      everyTenant: t.arg.boolean({ defaultValue: false }),
      from: t.arg({ type: "DateTime" }),
      to: t.arg({ type: "DateTime" }),
    },
    resolve: async (_root, { groupBy, everybody, everyTenant, from, to }, { viewer }) => {
      const { tenantId, userId } = everybody ? requireTenantAdmin(viewer) : requireViewer(viewer, "read");
      if (everyTenant) await installationAdmin(viewer);
      const until = to ?? new Date(Date.now() + 1000);
      const since = from ?? new Date(until.getTime() - 30 * 86_400_000);
      if (since > until) throw new BoardsError("input.invalid", { message: say("reasons.spending.period"), field: "from" });
      const period = { from: since, to: until, groupBy };
      if (everyTenant) return asInstallation(async () => withNames(groupBy, await spendingOf({}, period)));
      if (everybody) return withNames(groupBy, await spendingOf({ tenantId }, period));
      return spendingOf({ tenantId, userId }, period);
    },
  }),
  spendingLimits: t.prismaField({
    type: [SpendingLimitRef],
    description: "The tenant's spending limits. Admins only.",
    extensions: atMost(maximumSpendingLimits),
    resolve: (query, _root, _args, { viewer }) => {
      const { tenantId } = requireTenantAdmin(viewer);
      return db().spendingLimit.findMany({ ...query, where: { tenantId }, orderBy: { createdAt: "asc" }, take: maximumSpendingLimits });
    },
  }),
}));

builder.mutationFields((t) => ({
  addCredits: t.float({
    description: "Adds credit to a user's balance. Returns the new balance in US dollars. Admins only.",
    args: { input: t.arg({ type: AddCreditsInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => addCredits(viewer, input),
  }),
  setSpendingLimit: t.field({
    type: SpendingLimitRef,
    nullable: true,
    description: "Sets a spending limit, or removes it if neither maximum is given. Admins only.",
    args: { input: t.arg({ type: SpendingLimitInput, required: true }) },
    resolve: (_root, { input }, { viewer }) => setSpendingLimit(viewer, input),
  }),
  setCreditsRequired: t.boolean({
    description: "Sets whether users of the tenant can spend only their balance. Admins only.",
    args: { isRequired: t.arg.boolean({ required: true }) },
    resolve: (_root, { isRequired }, { viewer }) => setCreditsRequired(viewer, isRequired),
  }),
}));
