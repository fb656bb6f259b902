import { describeArtifact } from "@/lib/generations/artifacts/describe-artifact";
import { changeGenerations } from "@/lib/generations/change-generations";
import { deleteUnlessKept, failOutput } from "@/lib/generations/fail-output";
import { showProgress } from "@/lib/generations/show-progress";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { onDisk } from "@/lib/platform/storage/storage-error";
import { Prisma } from "@/prisma/generated/client";

/**
 * Completes one generation of a batch: reads the file's facts, makes its previews, and says so. A file that cannot be used fails this one,
 * and stays for download. Whoever canceled meanwhile keeps the cancel.
 */
export async function storeOutput(batchId: string, output: StoredOutput, { isSimulated = false } = {}): Promise<void> {
  const where = { batchId, batchIndex: output.outputIndex };
  if (output.problem) return failOutput(batchId, output.outputIndex, unusable(output.problem), { isSimulated });
  // A text has no previews to wait for.
  if (output.artifactType !== "text") await showProgress(batchId, { phase: "finalizing" }, Prisma.sql`batch_index = ${output.outputIndex}`);
  const { facts, problem, metadata, ...previews } = await onDisk(() => describeArtifact(output.storageKey, output.artifactType));
  if (problem) return failOutput(batchId, output.outputIndex, unusable(problem), { isSimulated });
  const completed = await changeGenerations(db(), where, "completed", {
    ...facts,
    ...previews,
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
      ...metadata,
      ...(isSimulated ? { simulated: true } : {}),
    },
    status: "completed",
    progress: 100,
    progressMessage: null,
    completedAt: new Date(),
  });
  if (completed.length === 0) await deleteUnlessKept(output.storageKey);
}

const unusable = (why: string) => new BoardsError("provider.result_invalid", { message: say("reasons.provider.resultUnusable", { why }), raw: why });
