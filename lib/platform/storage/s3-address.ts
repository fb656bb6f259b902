import type { S3RequestPresigner } from "@aws-sdk/s3-request-presigner";
import { bucketUrl } from "@/lib/platform/storage/bucket-url";
import { type S3Settings, s3Client } from "@/lib/platform/storage/s3-client";
import { signingTime } from "@/lib/platform/storage/signing-time";

/** What an address of a bucket allows its holder. */
export interface PresignedRequest {
  method: "GET" | "PUT";
  key: string;
  query?: Record<string, string>;
  /** Headers that must be sent as they are here. */
  headers?: Record<string, string>;
  expiresAt: Date;
}

/** A presigned address for one request, until its end: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export async function presign(settings: S3Settings, request: PresignedRequest, now = Date.now()): Promise<string> {
  const signer = await signerOf(settings);
  const address = new URL(`${bucketUrl(settings)}/${request.key}`);
  const { signedAt, seconds } = signingTime(request.expiresAt, now);
  const signed = await signer.presign(
    {
      protocol: address.protocol,
      method: request.method,
      hostname: address.hostname,
      ...(address.port ? { port: Number(address.port) } : {}),
      path: address.pathname,
      query: request.query ?? {},
      headers: { ...request.headers, host: address.host },
    },
    { expiresIn: seconds, signingDate: signedAt },
  );
  // Written as it was signed: with %20, where URLSearchParams has +.
  const query = Object.entries(signed.query ?? {}).map(([name, value]) => `${encodeURIComponent(name)}=${encode(String(value))}`);
  return `${address.href}?${query.join("&")}`;
}

const signers = new WeakMap<S3Settings, Promise<S3RequestPresigner>>();

function signerOf(settings: S3Settings): Promise<S3RequestPresigner> {
  const known = signers.get(settings) ?? openSigner(settings);
  signers.set(settings, known);
  return known;
}

async function openSigner(settings: S3Settings): Promise<S3RequestPresigner> {
  const [{ client }, sdk] = await Promise.all([s3Client(settings), import("@aws-sdk/s3-request-presigner")]);
  return new sdk.S3RequestPresigner({ ...client.config });
}

const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
