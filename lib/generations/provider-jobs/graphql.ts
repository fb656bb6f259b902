import { type JobState, jobStates } from "@/lib/generations/provider-jobs/job-states";
import { type ReviewDecision, reviewJob } from "@/lib/generations/provider-jobs/review-job";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { atMost } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";
import { connect, nodeQuery } from "@/lib/platform/graphql/connection";
import { Receipt } from "@/lib/spending/graphql";
import type { Prisma } from "@/prisma/generated/client";

const ProviderJobState = builder.enumType("ProviderJobState", {
  values: Object.fromEntries(jobStates.map((value) => [value.toUpperCase(), { value }])) as {
    [Name in Uppercase<JobState>]: { value: Lowercase<Name> };
  },
});
const ReviewAction = builder.enumType("ProviderJobReviewAction", {
  description: "`ADOPT` continues with the provider's job, `RETRY` submits it again, `REFUND` abandons it and returns the credits.",
  values: { ADOPT: { value: "adopt" }, RETRY: { value: "retry" }, REFUND: { value: "refund" } } as const,
});

const ProviderJobRef = builder.prismaObject("ProviderJob", {
  description: "A job submitted to a provider. Retries and failovers are jobs of their own.",
  fields: (t) => ({
    id: t.expose("id", { type: "UUID" }),
    batchId: t.expose("batchId", { type: "UUID" }),
    attempt: t.exposeInt("attempt"),
    providerName: t.exposeString("providerName"),
    generatorName: t.exposeString("generatorName", { description: "Differs from the generation's after a failover." }),
    state: t.field({ type: ProviderJobState, resolve: ({ state }) => state as JobState }),
    externalJobId: t.exposeString("externalJobId", { nullable: true }),
    startedAt: t.expose("startedAt", { type: "DateTime" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true }),
    errorCode: t.exposeString("errorCode", { nullable: true }),
    errorRaw: t.exposeString("errorRaw", { nullable: true, description: "The provider's original message." }),
    failoverNote: t.exposeString("failoverNote", { nullable: true }),
    personName: t.string({
      nullable: true,
      description: "Who started it. Null if the user was deleted.",
      resolve: async ({ batchId }, _args, { loaders }) => (await loaders.origin.load(batchId))?.personName ?? null,
    }),
    boardTitle: t.string({
      nullable: true,
      description: "The board's title. Null if the board was deleted.",
      resolve: async ({ batchId }, _args, { loaders }) => (await loaders.origin.load(batchId))?.boardTitle ?? null,
    }),
    billedUsd: t.float({ nullable: true, resolve: ({ billedUsd }) => (billedUsd === null ? null : Number(billedUsd)) }),
  }),
});

/** How many starts of a batch its receipt lists. */
const mostAttempts = 100;

const ReceiptAttempt = builder.objectRef<Prisma.ProviderJobGetPayload<object>>("ReceiptAttempt").implement({
  description: "One submission to a provider.",
  fields: (t) => ({
    providerName: t.exposeString("providerName"),
    generatorName: t.exposeString("generatorName"),
    failoverNote: t.exposeString("failoverNote", { nullable: true, description: "Why this provider was used instead of another." }),
    startedAt: t.expose("startedAt", { type: "DateTime" }),
    billedUsd: t.float({
      nullable: true,
      description: "What the provider reports it charged.",
      resolve: ({ billedUsd }) => (billedUsd === null ? null : Number(billedUsd)),
    }),
  }),
});

builder.objectField(Receipt, "attempts", (t) =>
  t.field({
    type: [ReceiptAttempt],
    extensions: atMost(mostAttempts),
    resolve: ({ batchId }) => db().providerJob.findMany({ where: { batchId }, orderBy: { attempt: "asc" }, take: mostAttempts }),
  }),
);

builder.queryField("providerJobs", (t) =>
  t.connection({
    type: ProviderJobRef,
    description: "The tenant's provider jobs, newest first. Admins only.",
    args: { state: t.arg({ type: ProviderJobState }) },
    resolve: (_root, { state, ...args }, context, info) => {
      const { tenantId } = requireTenantAdmin(context.viewer);
      const where = { tenantId, state: state ?? undefined };
      const query = nodeQuery(context, info);
      return connect(
        args,
        { field: "createdAt", direction: "desc" },
        (keyset) => db().providerJob.findMany({ ...query, ...keyset, where: { AND: [where, keyset.where] } }),
        () => db().providerJob.count({ where }),
      );
    },
  }),
);

builder.mutationField("reviewProviderJob", (t) =>
  t.field({
    type: ProviderJobRef,
    description: "Resolves a job that the provider may or may not have accepted. Admins only.",
    args: { id: t.arg({ type: "UUID", required: true }), action: t.arg({ type: ReviewAction, required: true }), externalJobId: t.arg.string() },
    resolve: (_root, { id, action, externalJobId }, { viewer }) => {
      const admin = requireTenantAdmin(viewer);
      if (action === "adopt" && !externalJobId)
        throw new BoardsError("input.invalid", { message: say("reasons.providerJob.idMissing"), field: "externalJobId" });
      const decision: ReviewDecision = action === "adopt" ? { action, externalJobId: externalJobId ?? "" } : { action };
      return reviewJob(admin, id, decision);
    },
  }),
);
