import { failGenerations } from "@/lib/generations/fail-generations";
import { type FailureSource, failureOf } from "@/lib/generations/failure-of";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { settleWithin } from "@/lib/generations/provider-jobs/settle-batch";
import { failureStep } from "@/lib/generations/run-generator";
import { db } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";
import { BoardsError, type ErrorReason, errorTable } from "@/lib/platform/errors";

/** Closes a batch: what got no output has failed, what was set aside is settled, and remembered sub-steps are no longer needed. */
export async function completeBatch(batchId: string): Promise<void> {
  if (await closeFree(batchId)) return;
  const lacking = await db().generation.count({ where: { batchId, status: { in: liveStatuses } } });
  if (lacking > 0) await failGenerations({ batchId }, failureOf(batchId, await whyLess(batchId)));
  await db().$transaction(async (tx) => {
    await settleWithin(tx, batchId);
    await tx.generationStep.deleteMany({ where: { generationId: batchId } });
  });
}

// Most of what is made on this machine costs nothing, and has nothing left to do but to be forgotten, which need not wait for the disk.
async function closeFree(batchId: string): Promise<boolean> {
  const [batch] = await db().$queryRaw<{ isClosed: boolean }[]>`
    WITH batch AS MATERIALIZED (
      SELECT set_config('synchronous_commit', 'off', true), NOT EXISTS (
        SELECT FROM boards.generations WHERE batch_id = ${batchId}::uuid AND status IN (${sqlList(liveStatuses)})
      ) AND NOT EXISTS (
        SELECT FROM boards.provider_jobs WHERE batch_id = ${batchId}::uuid
      ) AND NOT EXISTS (
        SELECT FROM boards.credit_transactions WHERE transaction_type = 'reserve' AND metadata ->> 'batchId' = ${batchId}
      ) AS "isClosed"
    ), forgotten AS (
      DELETE FROM boards.generation_steps USING batch WHERE generation_id = ${batchId}::uuid AND "isClosed"
    )
    SELECT "isClosed" FROM batch`;
  return batch?.isClosed === true;
}

async function whyLess(batchId: string): Promise<FailureSource> {
  const step = await db().generationStep.findUnique({ where: { generationId_name: { generationId: batchId, name: failureStep } } });
  if (step) return step.result as unknown as FailureSource;
  const job = await db().providerJob.findFirst({ where: { batchId, state: "succeeded" }, select: { errorCode: true, errorRaw: true } });
  const reason = job?.errorCode && job.errorCode in errorTable ? (job.errorCode as ErrorReason) : "generation.no_output";
  return new BoardsError(reason, job?.errorRaw ? { raw: job.errorRaw } : {});
}
