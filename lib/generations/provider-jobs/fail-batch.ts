import { changeGenerations } from "@/lib/generations/change-generations";
import { type FailureSource, failureOf } from "@/lib/generations/failure-of";
import { db } from "@/lib/platform/db/client";

/** Ends what is left of a batch as failed. */
export async function failBatch(batchId: string, error: FailureSource): Promise<void> {
  const failure = failureOf(batchId, error);
  const job = await db().providerJob.findFirst({ where: { batchId }, orderBy: { attempt: "desc" }, select: { errorRaw: true } });
  const errorRaw = job?.errorRaw ?? failure.errorRaw;
  await changeGenerations(db(), { batchId }, "failed", { ...failure, errorRaw, status: "failed", completedAt: new Date() });
}
