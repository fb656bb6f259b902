import { type GcsSettings, gcsBucket } from "@/lib/platform/storage/gcs-client";
import { signingTime } from "@/lib/platform/storage/signing-time";

/** What an address of a bucket allows its holder. */
interface SignedRequest {
  action: "read" | "write";
  key: string;
  query?: Record<string, string>;
  /** Headers that must be sent as they are here. */
  headers?: Record<string, string>;
  expiresAt: Date;
}

/** A signed address (V4) for one request, until its end: https://cloud.google.com/storage/docs/access-control/signed-urls */
export async function signGcsUrl(settings: GcsSettings, { action, key, query = {}, headers = {}, expiresAt }: SignedRequest): Promise<string> {
  const { signedAt, seconds } = signingTime(expiresAt);
  const bucket = await gcsBucket(settings);
  const [address] = await bucket.file(key).getSignedUrl({
    version: "v4",
    action,
    accessibleAt: signedAt,
    expires: new Date(signedAt.getTime() + seconds * 1000),
    queryParams: query,
    extensionHeaders: headers,
    ...(settings.publicUrl ? { cname: settings.publicUrl } : {}),
  });
  return address;
}
