import type { Bucket } from "@google-cloud/storage";

/** Where a bucket of Google Cloud Storage is, and by whose key it is opened. */
export interface GcsSettings {
  bucket: string;
  /** Of a server other than Google's, without a slash at the end. */
  endpoint?: string | undefined;
  /** The address under which browsers reach the bucket itself, such as a load balancer's in front of it. */
  publicUrl?: string | undefined;
  /** A service account's. Undefined leaves it to Google's library: its own variables, or the role of the machine. */
  credentials?: GoogleKey | undefined;
}

/** The key of a service account, with the names of its JSON file. */
interface GoogleKey {
  client_email: string;
  private_key: string;
}

const buckets = new WeakMap<GcsSettings, Promise<Bucket>>();

/** The bucket of these settings, with its client, opened on first use. */
export function gcsBucket(settings: GcsSettings): Promise<Bucket> {
  const known = buckets.get(settings) ?? open(settings);
  buckets.set(settings, known);
  return known;
}

async function open({ bucket, endpoint, credentials }: GcsSettings): Promise<Bucket> {
  const { IdempotencyStrategy, Storage } = await import("@google-cloud/storage");
  const storage = new Storage({
    ...(endpoint ? { apiEndpoint: endpoint, useAuthWithCustomEndpoint: true } : {}),
    // Whatever is sent twice here is the same: a key never gets another file while someone writes it.
    retryOptions: { idempotencyStrategy: IdempotencyStrategy.RetryAlways, maxRetries: 2 },
  });
  if (credentials) {
    const { client_email, private_key } = credentials;
    storage.authClient.jsonContent = { type: "service_account", client_email, private_key };
    // It signs its own tokens (https://google.aip.dev/auth/4111), so that nothing waits for another server to give one out.
    storage.authClient.useJWTAccessWithScope = true;
  }
  return storage.bucket(bucket);
}
