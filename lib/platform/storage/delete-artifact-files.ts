import { log } from "@/lib/platform/log";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { isStorageTrouble } from "@/lib/platform/storage/storage-error";
import { folderOf } from "@/lib/platform/storage/storage-key";

/** Deletes an artifact's file and its previews. Where the storage is away they stay for the hourly round: see delete-orphan-files.ts. */
export async function deleteArtifactFiles(storageKey: string): Promise<void> {
  await currentStorage()
    .deleteFolder(folderOf(storageKey))
    .catch((error) => {
      if (!isStorageTrouble(error)) throw error;
      log.warn({ err: error, storageKey }, "could not delete files");
    });
}
