import { currentStorage } from "@/lib/storage/current-storage";
import { folderOf } from "@/lib/storage/storage-key";

/** Deletes an artifact's file and its previews. */
export async function deleteArtifactFiles(storageKey: string): Promise<void> {
  await currentStorage().deleteFolder(folderOf(storageKey));
}
