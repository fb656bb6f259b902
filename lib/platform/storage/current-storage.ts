import { type Env, env } from "@/lib/platform/env";
import { LocalStorage } from "@/lib/platform/storage/local-storage";
import { S3Storage } from "@/lib/platform/storage/s3-storage";
import type { Storage } from "@/lib/platform/storage/storage";

let current: { named: string; storage: Storage } | undefined;

/** The storage of this installation. */
export function currentStorage(): Storage {
  const { storageProvider, storageLocalBasePath, s3 } = env();
  // It knows what it found, as that its folder was there once, so that it stays the same for as long as the settings do.
  const named = JSON.stringify([storageProvider, storageLocalBasePath, s3]);
  if (current?.named !== named) current = { named, storage: openStorage(env()) };
  return current.storage;
}

function openStorage({ storageProvider, storageLocalBasePath, s3: { bucket = "", accessKeyId, secretAccessKey, ...s3 } }: Env): Storage {
  if (storageProvider === "local") return new LocalStorage(storageLocalBasePath);
  return new S3Storage({ ...s3, bucket, credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined });
}
