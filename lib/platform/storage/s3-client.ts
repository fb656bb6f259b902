import type * as Sdk from "@aws-sdk/client-s3";
import type { BucketPlace } from "@/lib/platform/storage/bucket-url";
import type { CdnSettings } from "@/lib/platform/storage/cdn-address";

/** Where a bucket is, and by whose keys it is opened. */
export interface S3Settings extends BucketPlace {
  /** Undefined leaves them to the SDK: its own variables, profiles, or the role of the machine. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** Where browsers fetch files, instead of from the bucket. */
  cdn?: CdnSettings | undefined;
}

/** The SDK with a client for one bucket. */
export interface S3Connection {
  sdk: typeof Sdk;
  client: Sdk.S3;
  bucket: string;
}

const connections = new WeakMap<S3Settings, Promise<S3Connection>>();

/** The connection for these settings, opened on first use. */
export function s3Client(settings: S3Settings): Promise<S3Connection> {
  const known = connections.get(settings) ?? connect(settings);
  connections.set(settings, known);
  return known;
}

async function connect({ bucket, region, endpoint, isPathStyle, credentials }: S3Settings): Promise<S3Connection> {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3({
    region,
    forcePathStyle: isPathStyle,
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
    // A connection that says nothing for a minute is dead; a body may take as long as it needs.
    requestHandler: { connectionTimeout: 5000, socketTimeout: 60_000, httpAgent: { maxSockets: 200 }, httpsAgent: { maxSockets: 200 } },
  });
  return { sdk, client, bucket };
}
