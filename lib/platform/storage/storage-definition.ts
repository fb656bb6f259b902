import type { Env } from "@/lib/platform/env";
import type { StorageProvider } from "@/lib/platform/env-variables";
import { bucketUrl } from "@/lib/platform/storage/bucket-url";
import type { GcsSettings } from "@/lib/platform/storage/gcs-client";
import type { S3Settings } from "@/lib/platform/storage/s3-client";

/** What a storage is, and all that opens it. */
export type StorageDefinition =
  | { type: "local"; folder: string }
  | ({ type: "s3" } & S3Settings)
  | ({ type: "gcs" } & GcsSettings)
  | { type: "vercel-blob"; token?: string | undefined; apiUrl?: string | undefined };

/** The storages that the variables describe, each under the name of its kind. */
export function definitionsOf({ storageLocalBasePath, s3, gcs, vercelBlob }: Env): Partial<Record<StorageProvider, StorageDefinition>> {
  const { bucket, accessKeyId, secretAccessKey, publicUrl, cloudfront, ...place } = s3;
  const { keyPairId, privateKey } = cloudfront;
  // Without a key, the public address is the bucket's own under another name.
  const browsers = keyPairId && privateKey && publicUrl ? { cdn: { url: publicUrl, keyPairId, privateKey } } : { publicUrl };
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return {
    local: { type: "local", folder: storageLocalBasePath },
    ...(bucket ? { s3: { type: "s3", ...place, ...browsers, bucket, credentials } } : {}),
    ...(vercelBlob.token || vercelBlob.storeId ? { "vercel-blob": { type: "vercel-blob", token: vercelBlob.token, apiUrl: vercelBlob.apiUrl } } : {}),
    ...(gcs.bucket ? { gcs: { type: "gcs", ...gcs, bucket: gcs.bucket } } : {}),
  };
}

/** The origins from which browsers fetch the files of a storage, and to which they send them; none where it has none of its own. */
export function originsOf(definition: StorageDefinition): string[] {
  switch (definition.type) {
    case "local":
      return [];
    case "s3":
      return [bucketUrl(definition), definition.cdn?.url].flatMap((url) => (url ? [new URL(url).origin] : []));
    case "gcs":
      return [new URL(definition.publicUrl ?? definition.endpoint ?? "https://storage.googleapis.com").origin];
    case "vercel-blob":
      return [new URL(definition.apiUrl ?? "https://vercel.com/api/blob").origin];
  }
}
