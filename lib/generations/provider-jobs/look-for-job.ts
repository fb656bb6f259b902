import { planOf } from "@/lib/generations/provider-jobs/check-job";
import { acceptedStates, isOneOf } from "@/lib/generations/provider-jobs/job-states";
import { moveJob } from "@/lib/generations/provider-jobs/move-job";
import { admitGenerations } from "@/lib/generations/queue-slots";
import { showProgress } from "@/lib/generations/show-progress";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { LostSubmission } from "@/lib/generators/contract/provider";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { Prisma } from "@/prisma/generated/client";

type Job = Prisma.ProviderJobGetPayload<object>;

/** What is known of a start whose answer was lost. */
export type Looked = { state: "found" } | { state: "not accepted" } | { state: "wait"; seconds: number } | { state: "parked" };

/** What a provider has just accepted may not be in its list yet. */
const listedAfterSeconds = 90;
const usualCallSeconds = 60;

/** Whether the call that starts a job has ended for certain, also one of a process that we know nothing of any more. */
export function isCallOver({ providerName, errorCode, startedAt }: Pick<Job, "providerName" | "errorCode" | "startedAt">): boolean {
  const callSeconds = findProvider(providerName)?.callSeconds ?? usualCallSeconds;
  return errorCode !== null || secondsSince(startedAt) > callSeconds + 30;
}

const secondsSince = (moment: Date) => (Date.now() - moment.getTime()) / 1000;

/**
 * Looks for a job whose start had no answer: a webhook or an admin may have named it, or the provider lets us look. What cannot be
 * found out is parked for an admin, and costs nothing more until someone decided: see resume-batch.ts.
 */
export async function lookForJob(jobId: string): Promise<Looked> {
  const job = await db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
  if (isOneOf(acceptedStates, job.state)) return { state: "found" };
  if (job.state === "refused") return { state: "not accepted" };
  const ageSeconds = secondsSince(job.startedAt);
  if (job.state === "unknown") {
    const { provider, access } = await planOf(job);
    const progressMessage = say("reasons.progress.lookingForJob", { provider: provider.title });
    await showProgress(job.batchId, { progressMessage }, Prisma.sql`progress_message IS DISTINCT FROM ${progressMessage}`);
    // Someone looks after it: see reconcile-jobs.ts and resume-lost-batches.ts.
    await db().providerJob.updateMany({ where: { id: jobId, state: "unknown" }, data: { updatedAt: new Date() } });
    const isCertain = isCallOver(job) && ageSeconds > listedAfterSeconds;
    if (provider.isFree && !provider.find) return refused(jobId);
    if (provider.find) {
      const found = await provider
        .find(access, { ...job, request: job.request as LostSubmission["request"], jobId, isOurs: isOursAt(job) })
        .catch((error) => {
          log.warn({ jobId, err: error }, "could not look for a lost job");
          if (error instanceof BoardsError) return undefined;
          throw error;
        });
      if (found) {
        await adopt(jobId, found);
        return { state: "found" };
      }
      if (found === null && isCertain) return refused(jobId);
      if (!isCertain || (found === undefined && ageSeconds < 600)) return { state: "wait", seconds: 10 };
    }
    // The provider calls when the job ends, which may take as long as a job may take.
    if (job.webhookUrl && Date.now() < job.deadlineAt.getTime()) return { state: "wait", seconds: 30 };
    if (!isCallOver(job)) return { state: "wait", seconds: 30 };
    // Someone may have heard of it at this very moment.
    if (!(await park(jobId, job.batchId, provider.title))) return lookForJob(jobId);
  }
  return { state: "parked" };
}

// There is none, or it costs nothing: it may be started after all.
async function refused(jobId: string): Promise<Looked> {
  await moveJob(jobId, { to: "refused", from: "unknown" });
  return lookForJob(jobId);
}

const isOursAt =
  ({ id, providerName }: { id: string; providerName: string }) =>
  async (externalJobId: string) =>
    (await db().providerJob.count({ where: { providerName, externalJobId, id: { not: id } } })) > 0;

/** Gives a job the id that it has at the provider. False when someone else was first. */
export async function adopt(jobId: string, externalJobId: string): Promise<boolean> {
  return moveJob(jobId, { to: "submitted", data: { externalJobId, errorCode: null } });
}

/** Puts a job of unknown outcome before an admin. False when its outcome has become known. */
export async function park(jobId: string, batchId: string, title = "the provider"): Promise<boolean> {
  log.warn({ jobId, batchId }, "a job with an unknown outcome needs review");
  const progressMessage = reviewSentence(title);
  // First what people see: who dies in between comes here again.
  await showProgress(batchId, { phase: "needs_review", progressMessage });
  if (!(await moveJob(jobId, { to: "needs_review" }))) return false;
  // A review may take days: others need not wait for it.
  await db().queueSlot.deleteMany({ where: { batchId } });
  await admitGenerations();
  return true;
}

/** What people read while an admin has to decide. */
export const reviewSentence = (title: string): string => say("reasons.progress.review", { provider: title });
