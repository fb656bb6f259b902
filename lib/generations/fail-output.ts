import { failGenerations } from "@/lib/generations/fail-generations";
import { type FailureSource, failureOf } from "@/lib/generations/failure-of";
import { findStoredResult } from "@/lib/generations/store-result";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

/**
 * Ends one output of a batch as failed, and no other. The file that was stored for it was paid for: it stays, for its owner to download, and
 * is never shown. Whoever canceled meanwhile keeps the cancel.
 */
export async function failOutput(batchId: string, batchIndex: number, error: FailureSource, { isSimulated = false } = {}): Promise<void> {
  const file = await findStoredResult(batchId, batchIndex);
  const failure = failureOf(batchId, error);
  if (!file) return void (await failGenerations({ batchId, batchIndex }, failure));
  await failGenerations(
    { batchId, batchIndex },
    {
      ...failure,
      errorMessage: say("reasons.generation.fileKept", { problem: failure.errorMessage.replace(/\.$/, "") }),
      storageKey: file.storageKey,
      mimeType: "application/octet-stream",
      fileSizeBytes: file.sizeBytes,
      contentHash: file.contentHash,
      outputMetadata: { generation_id: batchId, found_type: file.mimeType, ...(isSimulated ? { simulated: true } : {}) },
    },
  );
  await deleteUnlessKept(file.storageKey);
}

/** Deletes a stored file that no generation took. */
export async function deleteUnlessKept(storageKey: string): Promise<void> {
  const isKept = await db().generation.count({ where: { storageKey } });
  if (!isKept) await deleteArtifactFiles(storageKey);
}
