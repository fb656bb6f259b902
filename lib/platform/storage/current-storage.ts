import { type Env, env } from "@/lib/platform/env";
import type { StorageProvider } from "@/lib/platform/env-variables";
import { GcsStorage } from "@/lib/platform/storage/gcs-storage";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import type { Storage } from "@/lib/platform/storage/storage";

let current: { named: string; storage: Storage } | undefined;

/** The storage of this installation. */
export function currentStorage(): Storage {
  const { storageProvider, storageLocalBasePath, s3, gcs } = env();
  // It knows what it found, as that its folder was there once, so that it stays the same for as long as the settings do.
  const named = JSON.stringify([storageProvider, storageLocalBasePath, s3, gcs]);
  if (current?.named !== named) current = { named, storage: openStorage(storageProvider) };
  return current.storage;
}

/** A storage that the settings describe, whether or not it is the one in use; throws where they do not. */
export const openStorage = (provider: StorageProvider): Storage => drivers[provider](env());

const drivers: Record<StorageProvider, (settings: Env) => Storage> = {
  local: ({ storageLocalBasePath }) => new LocalStorage(storageLocalBasePath),
  gcs: ({ gcs: { bucket, ...place } }) => {
    if (!bucket) throw new Error("BOARDS_STORAGE_GCS_BUCKET is missing.");
    return new GcsStorage({ ...place, bucket });
  },
  s3: ({ s3: { bucket, accessKeyId, secretAccessKey, ...place } }) => {
    if (!bucket) throw new Error("BOARDS_STORAGE_S3_BUCKET is missing.");
    return new S3Storage({ ...place, bucket, credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined });
  },
};
