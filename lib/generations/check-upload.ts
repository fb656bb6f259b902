import { findSentFile } from "@/lib/generations/artifacts/sent-file";
import { storeUpload } from "@/lib/generations/artifacts/upload-artifact";
import { changeGenerations } from "@/lib/generations/change-generations";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";
import { checkStoredBytes } from "@/lib/spending/storage-limits/check-storage-limits";
import type { Generation } from "@/prisma/generated/client";

/**
 * Checks the file that was sent for a confirmed upload, by its content, makes its previews, and completes the upload. What is refused leaves no file.
 * Repeated, or done twice at the same moment, one of them completes it. Whoever canceled meanwhile keeps the cancel.
 */
export async function checkUpload(upload: Generation): Promise<void> {
  const sent = await findSentFile(upload.id);
  if (!sent) throw new BoardsError("upload.incomplete");
  const { columns, sizeBytes } = await storeUpload(upload, upload.artifactType as ArtifactType, sent);
  const completed = await complete(upload, columns, sizeBytes).catch(async (error) => {
    await deleteArtifactFiles(columns.storageKey);
    throw error;
  });
  if (completed.length === 0) await deleteArtifactFiles(columns.storageKey);
}

type Columns = Awaited<ReturnType<typeof storeUpload>>["columns"];

function complete(upload: Generation, columns: Columns, sizeBytes: number) {
  return changeGenerations(db(), { id: upload.id }, "completed", { ...columns, progressMessage: null }, async (tx, changed) => {
    if (changed.length > 0) await checkStoredBytes(tx, upload, sizeBytes);
    return undefined;
  });
}
