import { failGenerations } from "@/lib/generations/fail-generations";
import { type FailureSource, failureOf } from "@/lib/generations/failure-of";
import { db } from "@/lib/platform/db/client";

/** Ends what is left of a batch as failed. */
export async function failBatch(batchId: string, error: FailureSource): Promise<void> {
  const failure = failureOf(batchId, error);
  const job = await db().providerJob.findFirst({ where: { batchId }, orderBy: { attempt: "desc" }, select: { errorRaw: true } });
  await failGenerations({ batchId }, { ...failure, errorRaw: job?.errorRaw ?? failure.errorRaw });
}
