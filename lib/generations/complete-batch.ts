import { db } from "@/lib/db/client";
import { errorTable } from "@/lib/errors";
import { changeGenerations } from "@/lib/generations/change-generations";

/** Closes a batch: what got no output has failed, and remembered sub-steps are no longer needed. */
export async function completeBatch(batchId: string): Promise<void> {
  await changeGenerations(db(), { batchId }, "failed", {
    status: "failed",
    errorCode: "generation.no_output",
    errorMessage: errorTable["generation.no_output"].message,
    completedAt: new Date(),
  });
  await db().generationStep.deleteMany({ where: { generationId: batchId } });
}
