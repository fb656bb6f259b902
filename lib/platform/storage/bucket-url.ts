import { env } from "@/lib/platform/env";

/** What says where browsers find a bucket. */
export interface BucketPlace {
  bucket: string;
  region: string;
  /** Of a server other than Amazon's, without a slash at the end. */
  endpoint?: string | undefined;
  /** The endpoint as browsers reach it, where that is another address. */
  publicUrl?: string | undefined;
  /** `https://server/bucket/key` instead of `https://bucket.server/key`. */
  isPathStyle: boolean;
}

/** The address of a bucket for browsers, to which `/key` is added. */
export function bucketUrl({ bucket, region, endpoint, publicUrl, isPathStyle }: BucketPlace): string {
  const server = new URL(publicUrl ?? endpoint ?? `https://s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`);
  const path = server.pathname.replace(/\/+$/, "");
  return isPathStyle ? `${server.origin}${path}/${bucket}` : `${server.protocol}//${bucket}.${server.host}${path}`;
}

/** The origin from which browsers fetch files, and to which they send them, beside the installation's own; null where there is none. */
export function storageOrigin(): string | null {
  const { storageProvider, s3, gcs } = env();
  const urls = {
    local: null,
    s3: bucketUrl({ ...s3, bucket: s3.bucket ?? "" }),
    gcs: gcs.publicUrl ?? gcs.endpoint ?? "https://storage.googleapis.com",
  };
  const url = urls[storageProvider];
  return url && new URL(url).origin;
}
