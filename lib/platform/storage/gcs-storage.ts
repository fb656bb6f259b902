import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Bucket } from "@google-cloud/storage";
import { BoardsError } from "@/lib/platform/errors";
import { signGcsUrl } from "@/lib/platform/storage/gcs-address";
import { type GcsSettings, gcsBucket } from "@/lib/platform/storage/gcs-client";
import { gcsError, statusOf } from "@/lib/platform/storage/gcs-error";
import { closeGcsUpload, deleteGcsParts, openGcsUpload } from "@/lib/platform/storage/gcs-upload";
import { lookAhead, measureSource, SourceFailure } from "@/lib/platform/storage/measure-source";
import { readBack } from "@/lib/platform/storage/read-back";
import { saveToDisk } from "@/lib/platform/storage/save-to-disk";
import { type ByteRange, probeStorage, type ServedAs, type Storage, type StorageSource } from "@/lib/platform/storage/storage";
import { assertStorageKey } from "@/lib/platform/storage/storage-key";

/** Of a long write, of which one is in memory: a multiple of 256 KB, as Google wants it. */
const partBytes = 16_777_216;
const pageSize = 1000;
const pagesAtMost = 100;
const deletedAtOnce = 16;
/** An address cannot say how long its answer is kept, so that the object does. A key never holds anything else. */
const kept = { cacheControl: "private, max-age=3600, immutable", contentType: "application/octet-stream" };

/** Files in a bucket of Google Cloud Storage. Google's client is loaded with the first call. */
export class GcsStorage implements Storage {
  constructor(
    private readonly settings: GcsSettings,
    private readonly sizes = { partBytes },
  ) {}

  /** The client compares the checksum (CRC32C) that Google made of what arrived, and deletes what is not right; the size is read back. */
  async write(key: string, source: StorageSource) {
    assertStorageKey(key);
    const { body, measured } = measureSource(source);
    await this.call(async (bucket) => {
      const { chunks, isShort } = await lookAhead(body, this.sizes.partBytes);
      // For what is short one request does; of a longer file each is sent again by itself where it fails.
      const sent = isShort ? { resumable: false } : { resumable: true, chunkSize: this.sizes.partBytes };
      await pipeline(chunks, bucket.file(key).createWriteStream({ ...sent, validation: "crc32c", metadata: kept }));
    });
    return readBack(this, key, measured(), (keys) => this.deleteKeys(keys));
  }

  async stat(key: string) {
    assertStorageKey(key);
    return this.call(async (bucket) => {
      try {
        const [{ size, updated }] = await bucket.file(key).getMetadata();
        return { sizeBytes: Number(size ?? 0), modifiedAt: new Date(updated ?? 0) };
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
        // The answer is the same where the whole bucket is missing.
        await bucket.getFiles({ maxResults: 1, autoPaginate: false });
        return null;
      }
    });
  }

  async read(key: string, range?: ByteRange) {
    assertStorageKey(key);
    return this.call(async (bucket) => {
      // Not createReadStream: it says that there is no such file only once it is read, and adds listeners for ever to a long one.
      const url = `${bucket.storage.apiEndpoint}/storage/v1/b/${bucket.name}/o/${encodeURIComponent(key)}?alt=media`;
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      try {
        return (await bucket.storage.authClient.request<Readable>({ url, headers, responseType: "stream", retry: true })).data;
      } catch (error) {
        if (statusOf(error) === 416) return Readable.from([]);
        if (statusOf(error) !== 404) throw error;
        // The answer is the same where the whole bucket is missing.
        await bucket.getFiles({ maxResults: 1, autoPaginate: false });
        throw new BoardsError("artifact.not_found", { cause: error });
      }
    });
  }

  async addressOf(key: string, { expiresAt, contentType, contentDisposition }: ServedAs) {
    assertStorageKey(key);
    const query = { "response-content-type": contentType, "response-content-disposition": contentDisposition };
    return this.call(() => signGcsUrl(this.settings, { action: "read", key, query, expiresAt }));
  }

  /** Not by a service account's RSA key, which takes a millisecond each, nor by asking Google. */
  signsForLittle() {
    return false;
  }

  async openUpload(key: string, announced: { sizeBytes: number; expiresAt: Date }) {
    assertStorageKey(key);
    return this.call(() => openGcsUpload(this.settings, key, { ...announced, partBytes: this.sizes.partBytes }));
  }

  async closeUpload(key: string, partsId: string) {
    assertStorageKey(key);
    return this.call(() => closeGcsUpload(this.settings, key, partsId));
  }

  async copy(from: string, to: string) {
    for (const key of [from, to]) assertStorageKey(key);
    if (!(await this.stat(from))) throw new BoardsError("artifact.not_found");
    await this.call((bucket) => bucket.file(from).copy(bucket.file(to), kept));
  }

  async copyToFile(key: string, path: string) {
    const body = await this.read(key);
    await this.call(() => saveToDisk(body, path));
  }

  async list(after: string | null, limit: number) {
    // An offset is itself among what is listed, and no key goes on with a space.
    return this.keysOf(after === null ? {} : { startOffset: `${after} ` }, limit);
  }

  async deleteFolder(folder: string) {
    assertStorageKey(folder);
    for (let page = 0; page < pagesAtMost; page++) {
      const keys = await this.keysOf({ prefix: `${folder}/` }, pageSize);
      await this.deleteKeys(keys);
      if (keys.length < pageSize) return;
    }
  }

  /** A write of this server's that broke off leaves no object, and Google forgets it after a week. */
  async deletePartialWrites(before: Date) {
    await this.call(() => deleteGcsParts(this.settings, before));
  }

  check() {
    return probeStorage(this);
  }

  private async keysOf(where: { prefix?: string; startOffset?: string }, limit: number): Promise<string[]> {
    return this.call(async (bucket) => {
      const keys: string[] = [];
      let pageToken: string | undefined;
      do {
        const maxResults = Math.min(limit - keys.length, pageSize);
        const query = { ...where, maxResults, autoPaginate: false, fields: "items(name),nextPageToken", ...(pageToken ? { pageToken } : {}) };
        const [files, next] = await bucket.getFiles(query);
        keys.push(...files.map(({ name }) => name));
        pageToken = (next as { pageToken?: string } | null)?.pageToken;
      } while (pageToken && keys.length < limit);
      return keys;
    });
  }

  private async deleteKeys(keys: string[]): Promise<void> {
    await this.call(async (bucket) => {
      for (let start = 0; start < keys.length; start += deletedAtOnce)
        await Promise.all(keys.slice(start, start + deletedAtOnce).map((key) => bucket.file(key).delete({ ignoreNotFound: true })));
    });
  }

  private async call<T>(work: (bucket: Bucket) => Promise<T>): Promise<T> {
    try {
      return await work(await gcsBucket(this.settings));
    } catch (error) {
      throw error instanceof SourceFailure ? error.cause : gcsError(error);
    }
  }
}
