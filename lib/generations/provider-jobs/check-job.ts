import type { JobPlan } from "@/lib/generations/provider-jobs/job-plan";
import { endedStates, isOneOf } from "@/lib/generations/provider-jobs/job-states";
import { type JobOutput, recordStatus } from "@/lib/generations/provider-jobs/record-status";
import { generatorOf } from "@/lib/generators/added-models/find-generators";
import { findProvider } from "@/lib/generators/catalogue/providers";
import { isDeclarative } from "@/lib/generators/contract/define-generator";
import { accessOfJob } from "@/lib/generators/provider-keys/provider-access";
import { noteOutcome } from "@/lib/generators/provider-keys/provider-health";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError, type ErrorReason, errorTable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

/** How a job stands after a look at it. `overdue`: past its time limit, and not to be stopped, so that it may still cost something. */
export type Checked = { state: "open" | "overdue" } | { state: "succeeded"; outputCount: number } | { state: "failed" | "cancelled" };

/** A job that the provider could not be asked to stop is watched for so long past its time limit. */
const watchedMs = 24 * 3600 * 1000;
/** A provider may not know a job at once that it has just accepted. */
const unfamiliarMs = 600_000;

/** Asks the provider how a job stands, and writes it down. A provider that does not answer leaves it open. Past its time limit it is stopped. */
export async function checkJob(jobId: string): Promise<Checked> {
  const job = await db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
  if (isOneOf(endedStates, job.state)) return ended(job);
  if (job.state !== "submitted" || !job.externalJobId) return { state: "open" };
  const plan = await planOf(job);
  const handle = { externalJobId: job.externalJobId, endpoint: job.endpoint };
  const isLate = Date.now() > job.deadlineAt.getTime();
  const isGivenUp = Date.now() > job.deadlineAt.getTime() + watchedMs;
  try {
    const status = await plan.provider.status(plan.access, handle);
    await noteOutcome(plan.keyId);
    const isAtWork = status.state === "queued" || status.state === "running";
    if (!isLate || !isAtWork) await recordStatus(job, plan, status);
    else if (isGivenUp || (await plan.provider.cancel(plan.access, handle)))
      await recordStatus(job, plan, { state: "failed", reason: "provider.timed_out" });
  } catch (error) {
    if (!(error instanceof BoardsError)) throw error;
    const { reason, raw = reason } = error;
    log.warn({ jobId, provider: job.providerName, reason, raw }, "could not read a job's status");
    await noteOutcome(plan.keyId, error);
    const isStrange = reason === "provider.bad_input" && Date.now() - job.startedAt.getTime() > unfamiliarMs;
    if (isStrange || isGivenUp) await recordStatus(job, plan, { state: "failed", reason: isStrange ? "provider.failed" : "provider.timed_out", raw });
  }
  // Someone looks after it: see reconcile-jobs.ts and resume-lost-batches.ts.
  const late = isLate ? { errorCode: "provider.timed_out" } : {};
  await db().providerJob.updateMany({ where: { id: jobId, state: "submitted" }, data: { ...late, updatedAt: new Date() } });
  return ended(await db().providerJob.findUniqueOrThrow({ where: { id: jobId } }), isLate);
}

/** Who was asked to do a job, also after its generations were deleted. */
export async function planOf(job: Prisma.ProviderJobGetPayload<object>): Promise<Omit<JobPlan, "inputs" | "outputCount">> {
  const generator = await generatorOf(job);
  const provider = findProvider(job.providerName);
  if (!provider || !isDeclarative(generator))
    throw new BoardsError("generation.unknown_generator", { message: say("reasons.generation.generatorGone", { name: job.generatorName }) });
  return { generator, provider, ...(await accessOfJob(job, provider)) };
}

/** The error that ended a job, for people. */
export async function jobError(jobId: string): Promise<{ name: ErrorReason; message: string }> {
  const { errorCode, state, outputs } = await db().providerJob.findUniqueOrThrow({ where: { id: jobId } });
  const usual = state === "cancelled" ? "generation.cancelled" : "provider.failed";
  const name = errorCode && errorCode in errorTable ? (errorCode as ErrorReason) : usual;
  const [first] = (outputs ?? []) as unknown as JobOutput[];
  const said = state === "failed" && first && "problem" in first ? first.problem : undefined;
  return { name, message: said ?? say(`errors.${name}`) };
}

function ended(job: Prisma.ProviderJobGetPayload<object>, isLate = false): Checked {
  if (job.state === "succeeded") return { state: "succeeded", outputCount: (job.outputs as unknown[] | null)?.length ?? 0 };
  if (job.state === "failed" || job.state === "cancelled") return { state: job.state };
  return { state: isLate ? "overdue" : "open" };
}
