import { presign } from "@/lib/platform/storage/s3-address";
import { type S3Settings, s3Client } from "@/lib/platform/storage/s3-client";
import type { UploadPlace } from "@/lib/platform/storage/storage";

/** Of 10,000 that S3 allows: each has an address, and one answer tells all. */
const mostParts = 500;

interface Announced {
  sizeBytes: number;
  expiresAt: Date;
  /** What is larger is sent in parts, so that only a part is sent again where a connection breaks. */
  partBytes: number;
}

/** Addresses to which a file of exactly this size is sent: S3 refuses any other, since the length of each piece is signed. */
export async function openS3Upload(settings: S3Settings, key: string, { sizeBytes, expiresAt, partBytes }: Announced): Promise<UploadPlace> {
  const addressOf = (bytes: number, query: Record<string, string> = {}) =>
    presign(settings, { method: "PUT", key, query, headers: { "content-length": String(bytes) }, expiresAt });
  if (sizeBytes <= partBytes) return { partsId: null, partBytes: sizeBytes, urls: [await addressOf(sizeBytes)], headers: {} };
  const { client, bucket, sdk } = await s3Client(settings);
  const { UploadId: partsId = "" } = await client.send(new sdk.CreateMultipartUploadCommand({ Bucket: bucket, Key: key }));
  const each = Math.max(partBytes, Math.ceil(sizeBytes / mostParts));
  const count = Math.ceil(sizeBytes / each);
  const urls: string[] = [];
  for (let part = 0; part < count; part++)
    urls.push(await addressOf(Math.min(each, sizeBytes - part * each), { partNumber: String(part + 1), uploadId: partsId }));
  return { partsId, partBytes: each, urls, headers: {} };
}

/** Makes one file of the parts that have arrived; none are left where none has, and nothing happens where that was done before. */
export async function closeS3Upload(settings: S3Settings, key: string, partsId: string): Promise<void> {
  const { client, bucket, sdk } = await s3Client(settings);
  const target = { Bucket: bucket, Key: key, UploadId: partsId };
  try {
    // All are on one page, which holds up to a thousand.
    const { Parts = [] } = await client.send(new sdk.ListPartsCommand(target));
    if (Parts.length === 0) await client.send(new sdk.AbortMultipartUploadCommand(target));
    else {
      const listed = Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));
      await client.send(new sdk.CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts: listed } }));
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === "NoSuchUpload")) throw error;
  }
}
