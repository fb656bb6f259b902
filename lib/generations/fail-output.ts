import { changeGenerations } from "@/lib/generations/change-generations";
import { type FailureSource, failureOf } from "@/lib/generations/failure-of";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";
import { db } from "@/lib/platform/db/client";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

/** What stays of a result that cannot be used. */
export type KeptFile = Pick<StoredOutput, "storageKey" | "mimeType" | "sizeBytes" | "contentHash">;

/**
 * Ends one output of a batch as failed, and no other. The file that was stored for it was paid for: it stays, for its owner to download, and
 * is never shown. Whoever cancelled meanwhile keeps the cancel.
 */
export async function failOutput(batchId: string, batchIndex: number, error: FailureSource, { isSimulated = false } = {}): Promise<void> {
  const step = await db().generationStep.findUnique({ where: { generationId_name: { generationId: batchId, name: `store-${batchIndex}` } } });
  const file = step && (step.result as unknown as KeptFile);
  const failure = failureOf(batchId, error);
  await changeGenerations(db(), { batchId, batchIndex }, "failed", {
    ...failure,
    ...(file
      ? {
          errorMessage: `${failure.errorMessage.replace(/\.$/, "")}. You can still download the file.`,
          storageKey: file.storageKey,
          mimeType: "application/octet-stream",
          fileSizeBytes: file.sizeBytes,
          contentHash: file.contentHash,
          outputMetadata: { generation_id: batchId, found_type: file.mimeType, ...(isSimulated ? { simulated: true } : {}) },
        }
      : {}),
    status: "failed",
    completedAt: new Date(),
  });
  if (file) await deleteUnlessKept(file.storageKey);
}

/** Deletes a stored file that no generation took. */
export async function deleteUnlessKept(storageKey: string): Promise<void> {
  const isKept = await db().generation.count({ where: { storageKey } });
  if (!isKept) await deleteArtifactFiles(storageKey);
}
