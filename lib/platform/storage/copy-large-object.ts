import type { S3Connection } from "@/lib/platform/storage/s3-client";

/** What S3 copies in one request. */
export const largestCopyBytes = 5_368_709_120;

interface Copy {
  from: string;
  to: string;
  sizeBytes: number;
  partBytes: number;
}

/** Copies an object in parts, inside the bucket; nothing is left of a copy that failed. */
export async function copyLargeObject({ client, bucket, sdk }: S3Connection, { from, to, sizeBytes, partBytes }: Copy): Promise<void> {
  const target = { Bucket: bucket, Key: to };
  const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(target));
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let start = 0; start < sizeBytes; start += partBytes) {
      const PartNumber = Parts.length + 1;
      const CopySourceRange = `bytes=${start}-${Math.min(start + partBytes, sizeBytes) - 1}`;
      const part = { ...target, UploadId, PartNumber, CopySource: `${bucket}/${from}`, CopySourceRange };
      const { CopyPartResult } = await client.send(new sdk.UploadPartCopyCommand(part));
      Parts.push({ PartNumber, ETag: CopyPartResult?.ETag });
    }
    await client.send(new sdk.CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    await client.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => undefined);
    throw error;
  }
}
