import { GcsStorage } from "@/lib/platform/storage/gcs-storage";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import type { Storage } from "@/lib/platform/storage/storage";
import type { StorageDefinition } from "@/lib/platform/storage/storage-definition";
import { VercelBlobStorage } from "@/lib/platform/storage/vercel-blob-storage";

/** Opens a storage; nothing is asked of it before it is used. */
export function openStorage(definition: StorageDefinition): Storage {
  switch (definition.type) {
    case "local":
      return new LocalStorage(definition.folder);
    case "s3":
      return new S3Storage(definition);
    case "gcs":
      return new GcsStorage(definition);
    case "vercel-blob":
      return new VercelBlobStorage(definition);
  }
}
