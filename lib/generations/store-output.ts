import { deleteArtifactFiles } from "@/lib/artifacts/delete-artifact-files";
import { describeArtifact } from "@/lib/artifacts/describe-artifact";
import { db } from "@/lib/db/client";
import { changeGenerations } from "@/lib/generations/change-generations";
import type { StoredOutput } from "@/lib/generators/define-generator";

/** Completes one generation of a batch: reads the file's facts, makes its previews, and says so. Whoever cancelled meanwhile keeps the cancel. */
export async function storeOutput(batchId: string, output: StoredOutput, { isSimulated = false } = {}): Promise<void> {
  const where = { batchId, batchIndex: output.outputIndex };
  await changeGenerations(db(), where, "progress", { phase: "finalizing" });
  const { facts, thumbnailWidths, content } = await describeArtifact(output.storageKey, output.artifactType);
  const [completed] = await changeGenerations(db(), where, "completed", {
    ...facts,
    thumbnailWidths,
    storageKey: output.storageKey,
    mimeType: output.mimeType,
    fileSizeBytes: output.sizeBytes,
    contentHash: output.contentHash,
    outputMetadata: {
      generation_id: batchId,
      format: output.mimeType.split("/")[1] ?? "",
      width: facts.width,
      height: facts.height,
      duration: facts.durationSeconds,
      ...(content === null ? {} : { content }),
      ...(isSimulated ? { simulated: true } : {}),
    },
    status: "completed",
    progress: 100,
    progressMessage: null,
    completedAt: new Date(),
  });
  if (completed) return;
  const isKept = await db().generation.count({ where: { storageKey: output.storageKey } });
  if (!isKept) await deleteArtifactFiles(output.storageKey);
}
