import { acceptedTypes } from "@/lib/artifacts/accepted-types";
import { currentStorage } from "@/lib/storage/current-storage";
import { folderOf } from "@/lib/storage/storage-key";

/** Deletes an artifact's file and its previews. */
export async function deleteArtifactFiles(storageKey: string): Promise<void> {
  await currentStorage().deleteFolder(folderOf(storageKey));
}

/** Deletes every file of a board. */
export async function deleteBoardFiles(tenantId: string, boardId: string): Promise<void> {
  for (const artifactType of Object.keys(acceptedTypes)) await currentStorage().deleteFolder(`${tenantId}/${artifactType}/${boardId}`);
}
