import { providerJobChanged } from "@/inngest/events";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { planOf } from "@/lib/generations/provider-jobs/check-job";
import { failBatch } from "@/lib/generations/provider-jobs/fail-batch";
import type { reviewableStates } from "@/lib/generations/provider-jobs/job-states";
import { isCallOver } from "@/lib/generations/provider-jobs/look-for-job";
import { moveJob } from "@/lib/generations/provider-jobs/move-job";
import { resumeBatch } from "@/lib/generations/provider-jobs/resume-batch";
import { settleBatch } from "@/lib/generations/provider-jobs/settle-batch";
import { findGeneratorFor } from "@/lib/generators/added-models/find-generators";
import { timeLimitSeconds } from "@/lib/generators/settings/generator-settings";
import { say } from "@/lib/messages/say";
import { requireTenantAdmin, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";

/** What an admin may decide about a job whose outcome nobody knows. */
export type ReviewDecision = { action: "adopt"; externalJobId: string } | { action: "retry" } | { action: "refund" };

type Job = Prisma.ProviderJobGetPayload<object>;

/**
 * Ends the review of a job: `adopt` goes on with the job that the provider has under this id, `retry` starts it anew (after the admin
 * saw that the provider has none), `refund` gives up and gives back what was set aside. An id that the provider does not know is
 * refused, and the review goes on.
 */
export async function reviewJob(viewer: Viewer | null, jobId: string, decision: ReviewDecision): Promise<Job> {
  const { tenantId } = requireTenantAdmin(viewer);
  const job = await db().providerJob.findFirst({ where: { id: jobId, tenantId } });
  if (!job) throw new BoardsError("provider_job.not_found", { field: "id" });
  if (!isReviewable(job)) throw new BoardsError("provider_job.not_in_review", { field: "id" });
  const externalJobId = decision.action === "adopt" ? decision.externalJobId.trim() : null;
  if (externalJobId !== null) await insistOnJob(job, externalJobId);
  const { batchId } = job;
  const isWanted = (await db().generation.count({ where: { batchId, status: { in: liveStatuses } } })) > 0;
  if (!isWanted && decision.action === "retry")
    throw new BoardsError("input.invalid", { message: say("reasons.providerJob.unwanted"), field: "action" });
  const now = new Date();
  // The review took its own time, which is not the job's.
  const deadlineAt = new Date(now.getTime() + (await secondsFor(job)) * 1000);
  const next = {
    adopt: { to: "submitted", data: { externalJobId, deadlineAt, errorCode: null } },
    retry: { to: "refused", data: { deadlineAt } },
    refund: { to: "failed", data: { errorCode: "provider.outcome_unknown", endedAt: now } },
  } as const;
  const from = job.state;
  const events = await db().$transaction(async (tx) => {
    if (!(await moveJob(jobId, { from, ...next[decision.action] }, tx))) throw new BoardsError("provider_job.not_in_review", { field: "id" });
    if (from === "needs_review" || !isWanted) return [await resumeBatch(tx, { batchId, tenantId })];
    // The run that looks for it goes on.
    return [await writeOutboxEvent(tx, providerJobChanged.name, { jobId, tenantId })];
  });
  if (decision.action === "refund") {
    await failBatch(batchId, new BoardsError("provider.outcome_unknown"));
    await settleBatch(batchId);
  }
  await sendOutboxEvents(events);
  return db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
}

// An admin need not wait until we have given up looking, once the call that starts it is over for certain.
const isReviewable = (job: Job): job is Job & { state: (typeof reviewableStates)[number] } =>
  job.state === "needs_review" || (job.state === "unknown" && isCallOver(job));

// A slip would end the generation and give the money back, though the provider is paid. And on a key that several tenants share, the id
// of another one's job would fetch what it made.
async function insistOnJob(job: Job, externalJobId: string): Promise<void> {
  const refuse = (message: string, cause?: unknown) => new BoardsError("input.invalid", { message, field: "externalJobId", cause });
  if (!externalJobId) throw refuse(say("reasons.providerJob.idMissing"));
  const { id, providerName, endpoint } = job;
  const { provider, access } = await planOf(job);
  const sentence = say("reasons.providerJob.noMatch", { provider: provider.title });
  // Some ids are kept with what else is needed to ask for them, after a sign; people may give them with it or without.
  const [plain = ""] = externalJobId.split(/[@#]/);
  const same = [externalJobId, plain].map((each) => ({ externalJobId: each }));
  const longer = ["@", "#"].map((sign) => ({ externalJobId: { startsWith: `${plain}${sign}` } }));
  const isTaken = await asInstallation(() => db().providerJob.count({ where: { providerName, id: { not: id }, OR: [...same, ...longer] } }));
  if (isTaken) throw refuse(sentence);
  await provider.status(access, { externalJobId, endpoint }).catch((error) => {
    const isUnknown = error instanceof BoardsError && ["provider.bad_input", "provider.outcome_unknown"].includes(error.reason);
    throw isUnknown ? refuse(sentence, error) : error;
  });
}

async function secondsFor({ tenantId, generatorName, generatorVersion }: Job): Promise<number> {
  const generator = await findGeneratorFor(tenantId, generatorName, generatorVersion);
  return generator ? timeLimitSeconds(tenantId, generator) : 3600;
}
