import { type AnnouncedUpload, planParts } from "@/lib/platform/storage/plan-parts";
import { presign } from "@/lib/platform/storage/s3-address";
import { type S3Settings, s3Client } from "@/lib/platform/storage/s3-client";
import type { UploadPlace } from "@/lib/platform/storage/storage";

/** Addresses to which a file of exactly this size is sent: S3 refuses any other, since the length of each piece is signed. */
export async function openS3Upload(settings: S3Settings, key: string, announced: AnnouncedUpload): Promise<UploadPlace> {
  const { sizeBytes, expiresAt } = announced;
  const addressOf = (bytes: number, query: Record<string, string> = {}) =>
    presign(settings, { method: "PUT", key, query, headers: { "content-length": String(bytes) }, expiresAt });
  const parts = planParts(announced);
  if (parts.length === 1) return { partsId: null, partBytes: sizeBytes, urls: [await addressOf(sizeBytes)], headers: {} };
  const { client, bucket, sdk } = await s3Client(settings);
  const { UploadId: partsId = "" } = await client.send(new sdk.CreateMultipartUploadCommand({ Bucket: bucket, Key: key }));
  const urls: string[] = [];
  for (const [part, bytes] of parts.entries()) urls.push(await addressOf(bytes, { partNumber: String(part + 1), uploadId: partsId }));
  return { partsId, partBytes: parts[0] ?? sizeBytes, urls, headers: {} };
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
