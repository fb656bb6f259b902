import { db } from "@/lib/db/client";
import { BoardsError, errorTable } from "@/lib/errors";
import { changeGenerations } from "@/lib/generations/change-generations";
import { log } from "@/lib/log";

/** Ends what is left of a batch as failed. Only a sentence meant for people reaches them; the rest goes to the log. */
export async function failBatch(batchId: string, error: { name: string; message: string; stack?: string }): Promise<void> {
  const reason = error instanceof BoardsError ? error.reason : error.name;
  const isKnown = reason in errorTable;
  if (!isKnown) log.error({ batchId, err: error }, "a generation failed unexpectedly");
  const job = await db().providerJob.findFirst({ where: { batchId }, orderBy: { attempt: "desc" }, select: { errorRaw: true } });
  await changeGenerations(db(), { batchId }, "failed", {
    status: "failed",
    errorCode: isKnown ? reason : "internal.unexpected",
    errorMessage: isKnown ? error.message : errorTable["internal.unexpected"].message,
    errorRaw: job?.errorRaw ?? (isKnown ? null : `${error.name}: ${error.message}`.slice(0, 4000)),
    completedAt: new Date(),
  });
}
