import type { SentFile } from "@/lib/generations/artifacts/store-artifact";
import { db, type Transaction } from "@/lib/platform/db/client";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

/** Under which a generation remembers the file that was sent for it, as long as that has not been checked. */
export const sentStep = "sent";

const keyOf = (generationId: string) => ({ generationId_name: { generationId, name: sentStep } });

/** Remembers which file was sent for a generation. */
export async function rememberSentFile(tx: Transaction, generationId: string, { storageKey }: SentFile): Promise<void> {
  await tx.generationStep.create({ data: { generationId, name: sentStep, result: { storageKey } } });
}

/** The file that was sent for a generation; null when there is none, or it was checked. */
export async function findSentFile(generationId: string): Promise<SentFile | null> {
  const step = await db().generationStep.findUnique({ where: keyOf(generationId) });
  return step && (step.result as unknown as SentFile);
}

/** Deletes the file that was sent for a generation, if there still is one: it was taken, or nobody wants it any more. */
export async function deleteSentFile(generationId: string): Promise<void> {
  const sent = await findSentFile(generationId);
  if (!sent) return;
  await deleteArtifactFiles(sent.storageKey);
  await db().generationStep.deleteMany({ where: { generationId, name: sentStep } });
}
