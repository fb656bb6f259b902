import { randomBytes } from "node:crypto";
import { type FileToRoute, storageFor } from "@/lib/platform/storage/route-file";
import { folderIn } from "@/lib/platform/storage/storage-key";

/**
 * A new key for an artifact's file, in the storage that rules choose for it: the original's,
 * `{tenant}/{type}/{board}/{id}_{YYYYMMDDHHMMSS}_{8 hex}/original`, with `.{storage}` after its folder where that is not the default one.
 * Previews lie beside it.
 */
export function artifactKey({ artifactId, ...file }: FileToRoute & { artifactId: string }) {
  const { tenantId, artifactType, boardId } = file;
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = `${tenantId}/${artifactType}/${boardId}/${artifactId}_${time}_${randomBytes(4).toString("hex")}`;
  return `${folderIn(storageFor(file), folder)}/original`;
}
