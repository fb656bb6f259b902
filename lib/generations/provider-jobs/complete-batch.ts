import { failGenerations } from "@/lib/generations/fail-generations";
import { type FailureSource, failureOf } from "@/lib/generations/failure-of";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { settleWithin } from "@/lib/generations/provider-jobs/settle-batch";
import { failureStep } from "@/lib/generations/run-generator";
import { db } from "@/lib/platform/db/client";
import { BoardsError, type ErrorReason, errorTable } from "@/lib/platform/errors";

/** Closes a batch: what got no output has failed, what was set aside is settled, and remembered sub-steps are no longer needed. */
export async function completeBatch(batchId: string): Promise<void> {
  const lacking = await db().generation.count({ where: { batchId, status: { in: liveStatuses } } });
  if (lacking > 0) await failGenerations({ batchId }, failureOf(batchId, await whyLess(batchId)));
  await db().$transaction(async (tx) => {
    await settleWithin(tx, batchId);
    await tx.generationStep.deleteMany({ where: { generationId: batchId } });
  });
}

async function whyLess(batchId: string): Promise<FailureSource> {
  const step = await db().generationStep.findUnique({ where: { generationId_name: { generationId: batchId, name: failureStep } } });
  if (step) return step.result as unknown as FailureSource;
  const job = await db().providerJob.findFirst({ where: { batchId, state: "succeeded" }, select: { errorCode: true, errorRaw: true } });
  const reason = job?.errorCode && job.errorCode in errorTable ? (job.errorCode as ErrorReason) : "generation.no_output";
  return new BoardsError(reason, job?.errorRaw ? { raw: job.errorRaw } : {});
}
