import { Readable } from "node:stream";
import type { ListMultipartUploadsCommandOutput } from "@aws-sdk/client-s3";
import { BoardsError } from "@/lib/platform/errors";
import { hasFastKey, signCdnUrl } from "@/lib/platform/storage/cdn-address";
import { copyLargeObject, largestCopyBytes } from "@/lib/platform/storage/copy-large-object";
import { measureSource, SourceFailure } from "@/lib/platform/storage/measure-source";
import { readBack } from "@/lib/platform/storage/read-back";
import { presign } from "@/lib/platform/storage/s3-address";
import { type S3Settings, s3Client } from "@/lib/platform/storage/s3-client";
import { isMissing, isOutOfRange, s3Error } from "@/lib/platform/storage/s3-error";
import { closeS3Upload, openS3Upload } from "@/lib/platform/storage/s3-upload";
import { saveToDisk } from "@/lib/platform/storage/save-to-disk";
import { type ByteRange, probeStorage, type ServedAs, type Storage, type StorageSource } from "@/lib/platform/storage/storage";
import { assertStorageKey } from "@/lib/platform/storage/storage-key";

/** Parts of a long write: 10,000 are allowed, so that a file can have 160 GB, and four at most are in memory at once. */
const partBytes = 16_777_216;
const deletedAtOnce = 1000;
const pagesAtMost = 100;

/** Files in a bucket of S3, or of a server that speaks its language. The SDK is loaded with the first call. */
export class S3Storage implements Storage {
  constructor(
    private readonly settings: S3Settings,
    private readonly sizes = { partBytes, largestCopyBytes },
  ) {}

  /** Each part travels with a checksum that the server compares; how much arrived in all is read back. What is not right is deleted. */
  async write(key: string, source: StorageSource) {
    assertStorageKey(key);
    const { body, measured } = measureSource(source);
    await this.call(async ({ client, bucket }) => {
      const { Upload } = await import("@aws-sdk/lib-storage");
      const params = { Bucket: bucket, Key: key, Body: body };
      await new Upload({ client, params, partSize: this.sizes.partBytes, queueSize: 3 }).done();
    });
    return readBack(this, key, measured(), (keys) => this.deleteKeys(keys));
  }

  async stat(key: string) {
    assertStorageKey(key);
    return this.call(async ({ client, bucket, sdk }) => {
      const found = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key })).catch(unlessMissing);
      // The answer is the same where the whole bucket is missing.
      if (!found) await client.send(new sdk.HeadBucketCommand({ Bucket: bucket }));
      return found && { sizeBytes: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0) };
    });
  }

  async read(key: string, range?: ByteRange) {
    assertStorageKey(key);
    return this.call(async ({ client, bucket, sdk }) => {
      const part = range && { Range: `bytes=${range.start}-${range.end}` };
      const found = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...part })).catch((error) => {
        if (isMissing(error)) throw new BoardsError("artifact.not_found", { cause: error });
        if (isOutOfRange(error)) return null;
        throw error;
      });
      return found ? (found.Body as Readable) : Readable.from([]);
    });
  }

  async addressOf(key: string, { expiresAt, contentType, contentDisposition, isShared }: ServedAs) {
    assertStorageKey(key);
    const { cdn } = this.settings;
    const served = { "response-content-type": contentType, "response-content-disposition": contentDisposition };
    if (cdn) return this.call(() => signCdnUrl(cdn, key, { ...served, "response-cache-control": cachedByCdn(isShared) }, expiresAt));
    const query = {
      ...served,
      "response-cache-control": `${isShared ? "public" : "private"}, immutable`,
      // A moment instead of an age, so that the address is the same whenever it is signed.
      "response-expires": expiresAt.toUTCString(),
    };
    return this.call(() => presign(this.settings, { method: "GET", key, query, expiresAt }));
  }

  /** By keys that are set. Those of a machine's role are renewed, and what they signed ends with them. */
  signsForLittle() {
    const { cdn, credentials } = this.settings;
    return cdn ? hasFastKey(cdn) : credentials !== undefined;
  }

  async openUpload(key: string, announced: { sizeBytes: number; expiresAt: Date }) {
    assertStorageKey(key);
    return this.call(() => openS3Upload(this.settings, key, { ...announced, partBytes: this.sizes.partBytes }));
  }

  async closeUpload(key: string, partsId: string) {
    assertStorageKey(key);
    return this.call(() => closeS3Upload(this.settings, key, partsId));
  }

  async copy(from: string, to: string) {
    for (const key of [from, to]) assertStorageKey(key);
    const found = await this.stat(from);
    if (!found) throw new BoardsError("artifact.not_found");
    await this.call(async (connection) => {
      const { client, bucket, sdk } = connection;
      if (found.sizeBytes > this.sizes.largestCopyBytes)
        return copyLargeObject(connection, { from, to, sizeBytes: found.sizeBytes, partBytes: this.sizes.largestCopyBytes });
      await client.send(new sdk.CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: `${bucket}/${from}` }));
    });
  }

  async copyToFile(key: string, path: string) {
    const body = await this.read(key);
    await this.call(() => saveToDisk(body, path));
  }

  async list(after: string | null, limit: number) {
    return this.keysOf({ StartAfter: after ?? undefined }, limit);
  }

  async deleteFolder(folder: string) {
    assertStorageKey(folder);
    for (let page = 0; page < pagesAtMost; page++) {
      const keys = await this.keysOf({ Prefix: `${folder}/` }, deletedAtOnce);
      await this.deleteKeys(keys);
      if (keys.length < deletedAtOnce) return;
    }
  }

  async deletePartialWrites(before: Date) {
    await this.call(async ({ client, bucket, sdk }) => {
      let next: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | null = {};
      for (let page = 0; next && page < pagesAtMost; page++) {
        const found: ListMultipartUploadsCommandOutput = await client.send(new sdk.ListMultipartUploadsCommand({ Bucket: bucket, ...next }));
        for (const { Key, UploadId, Initiated } of found.Uploads ?? [])
          if (Initiated && Initiated < before) await client.send(new sdk.AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
        next = found.IsTruncated ? { KeyMarker: found.NextKeyMarker, UploadIdMarker: found.NextUploadIdMarker } : null;
      }
    });
  }

  check() {
    return probeStorage(this);
  }

  private async keysOf(where: { Prefix?: string; StartAfter?: string | undefined }, limit: number): Promise<string[]> {
    return this.call(async ({ client, bucket, sdk }) => {
      const keys: string[] = [];
      let token: string | undefined;
      do {
        const page = await client.send(
          new sdk.ListObjectsV2Command({ Bucket: bucket, ...where, MaxKeys: Math.min(limit - keys.length, 1000), ContinuationToken: token }),
        );
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        token = page.NextContinuationToken;
      } while (token && keys.length < limit);
      return keys;
    });
  }

  private async deleteKeys(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.call(async ({ client, bucket, sdk }) => {
      const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
      const { Errors = [] } = await client.send(new sdk.DeleteObjectsCommand({ Bucket: bucket, Delete }));
      if (Errors[0]) throw new BoardsError("storage.unavailable", { cause: new Error(`${Errors[0].Key}: ${Errors[0].Code}`) });
    });
  }

  private async call<T>(work: (connection: Awaited<ReturnType<typeof s3Client>>) => Promise<T>): Promise<T> {
    try {
      return await work(await s3Client(this.settings));
    } catch (error) {
      throw error instanceof SourceFailure ? error.cause : s3Error(error);
    }
  }
}

/** The same for ever, since it is part of what a CDN knows a file by. The CDN looks at the signature of every request before it answers from its cache. */
const cachedByCdn = (isShared: boolean) => `public, max-age=${isShared ? 60 : 3600}, s-maxage=86400, immutable`;

function unlessMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
