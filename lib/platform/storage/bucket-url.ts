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
