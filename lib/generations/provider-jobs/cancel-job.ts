import { planOf } from "@/lib/generations/provider-jobs/check-job";
import { attendedStates, isOneOf } from "@/lib/generations/provider-jobs/job-states";
import { lookForJob } from "@/lib/generations/provider-jobs/look-for-job";
import { moveJob } from "@/lib/generations/provider-jobs/move-job";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

/** What is left to do about the job of a batch that nobody wants any more. */
export type Cancelled = { state: "over" } | { state: "starting" } | { state: "running"; jobId: string };

/**
 * Stops the job of a canceled batch at its provider. `over`: nothing is left to do here, or an admin has to decide. `running`: the
 * provider could not stop it, and it may still cost something, so that it must be watched to its end. `starting`: the call that
 * starts it is on its way, or it is being looked for.
 */
export async function cancelJob(batchId: string): Promise<Cancelled> {
  const job = await db().providerJob.findFirst({ where: { batchId }, orderBy: { attempt: "desc" } });
  if (!job || !isOneOf(attendedStates, job.state)) return { state: "over" };
  // The run that would have looked for it has ended.
  if (job.state === "unknown") return (await lookForJob(job.id)).state === "wait" ? { state: "starting" } : cancelJob(batchId);
  if (job.state !== "submitted" || !job.externalJobId) {
    await stopWhileStarting(job);
    return { state: "starting" };
  }
  try {
    const { provider, access } = await planOf(job);
    const isStopped = await provider.cancel(access, { externalJobId: job.externalJobId, endpoint: job.endpoint });
    if (!isStopped) return { state: "running", jobId: job.id };
  } catch (error) {
    if (!(error instanceof BoardsError) || error.row.retry) throw error;
    log.warn({ jobId: job.id, reason: error.reason, raw: error.raw }, "could not cancel a job");
    return { state: "running", jobId: job.id };
  }
  await moveJob(job.id, { to: "cancelled", from: "submitted", data: { endedAt: new Date() } });
  return { state: "over" };
}

// What works within the call is stopped within the call.
async function stopWhileStarting(job: Prisma.ProviderJobGetPayload<object>): Promise<void> {
  const { provider, access } = await planOf(job);
  if (!provider.knowsOurIds) return;
  await provider.cancel(access, { externalJobId: job.id, endpoint: job.endpoint }).catch((error) => {
    if (!(error instanceof BoardsError)) throw error;
  });
}
