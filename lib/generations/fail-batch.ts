import { db } from "@/lib/db/client";
import { errorTable } from "@/lib/errors";
import { changeGenerations } from "@/lib/generations/change-generations";
import { log } from "@/lib/log";

/** Ends what is left of a batch as failed. Only a sentence meant for people reaches them; the rest goes to the log. */
export async function failBatch(batchId: string, error: { name: string; message: string; stack?: string }): Promise<void> {
  const isKnown = error.name in errorTable;
  if (!isKnown) log.error({ batchId, err: error }, "a generation failed unexpectedly");
  await changeGenerations(db(), { batchId }, "failed", {
    status: "failed",
    errorCode: isKnown ? error.name : "internal.unexpected",
    errorMessage: isKnown ? error.message : errorTable["internal.unexpected"].message,
    completedAt: new Date(),
  });
}
