import { showProgress } from "@/lib/generations/show-progress";
import { whileAtWork } from "@/lib/generations/while-at-work";
import { say } from "@/lib/messages/say";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { storageError } from "@/lib/platform/storage/storage-error";

/** Answered in place of a result while something that will come back is away. */
export interface Waiting {
  isWaiting: true;
}

/** What is waited for, however long it takes, and what people read meanwhile. */
const sentences: Partial<Record<ErrorReason, string>> = {
  "storage.full": say("reasons.progress.storageFull"),
  "storage.unavailable": say("reasons.progress.storageAway"),
  "provider.result_away": say("reasons.progress.resultAway"),
};

/**
 * Does a part of a batch's work, unless something is away that will come back, such as a storage that is full: then it tells so to people, and
 * answers that the work has to be done later. `isAgain`: the storage is looked at first, so that nothing is fetched or made for nothing.
 */
export async function waitOut<T>(batchId: string, isAgain: boolean, work: () => Promise<T>): Promise<T | Waiting> {
  try {
    if (isAgain) await currentStorage().check();
    return await whileAtWork(batchId, work);
  } catch (error) {
    const trouble = storageError(error);
    const progressMessage = trouble instanceof BoardsError ? sentences[trouble.reason] : undefined;
    if (!progressMessage) throw error;
    log.error({ batchId, err: trouble }, "generation is waiting");
    await showProgress(batchId, { progressMessage });
    return { isWaiting: true };
  }
}
