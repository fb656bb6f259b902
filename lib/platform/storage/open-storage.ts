import { GcsStorage } from "@/lib/platform/storage/gcs-storage";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import type { Storage } from "@/lib/platform/storage/storage";
import type { StorageDefinition } from "@/lib/platform/storage/storage-definition";

/** Opens a storage; nothing is asked of it before it is used. */
export function openStorage(definition: StorageDefinition): Storage {
  if (definition.type === "local") return new LocalStorage(definition.folder);
  return definition.type === "s3" ? new S3Storage(definition) : new GcsStorage(definition);
}
