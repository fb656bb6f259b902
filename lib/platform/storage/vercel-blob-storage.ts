import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import type * as Sdk from "@vercel/blob";
import { LRUCache } from "lru-cache";
import { BoardsError } from "@/lib/platform/errors";
import { lookAhead, measureSource, SourceFailure } from "@/lib/platform/storage/measure-source";
import { readBack } from "@/lib/platform/storage/read-back";
import { saveToDisk } from "@/lib/platform/storage/save-to-disk";
import { type ByteRange, probeStorage, type Storage, type StorageSource } from "@/lib/platform/storage/storage";
import { assertStorageKey } from "@/lib/platform/storage/storage-key";

/** What is longer is written in parts, of which Vercel's client holds up to 16 of 8 MB. */
const wholeBytes = 16_777_216;
const pageSize = 1000;
const pagesAtMost = 1000;
/** Keys are ours, and the same again replaces what is there. */
const written = { access: "private", addRandomSuffix: false, allowOverwrite: true, contentType: "application/octet-stream" } as const;
/** As Vercel's client sends it itself: an upload in the browser has no client. */
const uploadHeaders = { "x-api-version": "12", "x-vercel-blob-access": "private", "x-add-random-suffix": "0", "x-allow-overwrite": "1" };

/**
 * Files in a private store of Vercel Blob: https://vercel.com/docs/vercel-blob/private-storage
 * Its addresses cannot say as what a file is served, so that files pass this server on their way out.
 */
export class VercelBlobStorage implements Storage {
  /** Where pages of a list that was begun go on, by their last keys: Vercel has no other way to go on with a list. */
  private readonly cursors = new LRUCache<string, string>({ max: 1000 });

  /** Without a token Vercel's client takes the deployment's own. */
  constructor(private readonly settings: { token?: string | undefined }) {}

  /** Vercel tells no checksum: how much arrived is read back, and what is not right is deleted. */
  async write(key: string, source: StorageSource) {
    assertStorageKey(key);
    const { body, measured } = measureSource(source);
    await this.call(async ({ put }, auth) => {
      const { chunks, isShort } = await lookAhead(body, wholeBytes);
      if (isShort) await put(key, await buffer(Readable.from(chunks)), { ...written, ...auth });
      else await put(key, Readable.from(chunks), { ...written, ...auth, multipart: true });
    }).catch((error) => {
      throw body.errored instanceof SourceFailure ? body.errored.cause : error;
    });
    return readBack(this, key, measured(), (keys) => this.deleteKeys(keys));
  }

  async stat(key: string) {
    assertStorageKey(key);
    return this.call(async ({ head, BlobNotFoundError }, auth) => {
      try {
        const { size, uploadedAt } = await head(key, auth);
        return { sizeBytes: size, modifiedAt: uploadedAt };
      } catch (error) {
        if (error instanceof BlobNotFoundError) return null;
        throw error;
      }
    });
  }

  async read(key: string, range?: ByteRange) {
    const found = await this.stat(key);
    if (!found) throw new BoardsError("artifact.not_found");
    if (range && range.start >= found.sizeBytes) return Readable.from([]);
    return this.call(async ({ get }, auth) => {
      const part: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await get(key, { access: "private", headers: part, ...auth });
      if (!answer?.stream) throw new BoardsError("artifact.not_found");
      return Readable.fromWeb(answer.stream as ReadableStream);
    });
  }

  async addressOf() {
    return null;
  }

  signsForLittle() {
    return false;
  }

  /** In one piece of any size. Vercel refuses what is longer than announced; what is shorter is refused when it is confirmed. */
  async openUpload(key: string, { sizeBytes, expiresAt }: { sizeBytes: number; expiresAt: Date }) {
    assertStorageKey(key);
    return this.call(async ({ issueSignedToken, presignUrl }, auth) => {
      const bounds = { pathname: key, maximumSizeInBytes: sizeBytes, validUntil: expiresAt.getTime() };
      const signed = await issueSignedToken({ ...bounds, operations: ["put"], ...auth });
      const { presignedUrl } = await presignUrl(signed, { ...bounds, operation: "put", access: "private", allowOverwrite: true });
      return { partsId: null, partBytes: sizeBytes, urls: [presignedUrl], headers: uploadHeaders };
    });
  }

  /** There are no parts here. */
  async closeUpload() {}

  async copy(from: string, to: string) {
    for (const key of [from, to]) assertStorageKey(key);
    if (!(await this.stat(from))) throw new BoardsError("artifact.not_found");
    await this.call(({ copy }, auth) => copy(from, to, { ...written, ...auth }));
  }

  async copyToFile(key: string, path: string) {
    const body = await this.read(key);
    await this.call(() => saveToDisk(body, path));
  }

  async list(after: string | null, limit: number): Promise<string[]> {
    const keys: string[] = [];
    let cursor = after === null ? undefined : this.cursors.get(after);
    // After a restart: from the beginning to the key itself.
    let isBefore = after !== null && cursor === undefined;
    for (let page = 0; page < pagesAtMost && keys.length < limit; page++) {
      const wanted = isBefore ? pageSize : Math.min(limit - keys.length, pageSize);
      const found = await this.page({ limit: wanted, cursor });
      const start = isBefore ? found.keys.indexOf(after ?? "") + 1 : 0;
      if (start > 0) isBefore = false;
      if (!isBefore) keys.push(...found.keys.slice(start, start + limit - keys.length));
      cursor = found.cursor;
      const last = keys.at(-1);
      if (last === found.keys.at(-1) && last && cursor) this.cursors.set(last, cursor);
      if (!cursor) break;
    }
    // It is gone: nobody knows where it was. What was listed already comes again.
    return isBefore ? this.list(null, limit) : keys;
  }

  async deleteFolder(folder: string) {
    assertStorageKey(folder);
    for (let page = 0; page < pagesAtMost; page++) {
      const { keys, cursor } = await this.page({ prefix: `${folder}/`, limit: pageSize });
      await this.deleteKeys(keys);
      if (!cursor) return;
    }
  }

  /** Vercel has no call for parts whose upload never ended. */
  async deletePartialWrites() {}

  check() {
    return probeStorage(this);
  }

  private page(where: { prefix?: string; cursor?: string | undefined; limit: number }): Promise<{ keys: string[]; cursor: string | undefined }> {
    return this.call(async ({ list }, auth) => {
      const { cursor: from, ...rest } = where;
      const { blobs, cursor, hasMore } = await list({ ...rest, ...(from ? { cursor: from } : {}), ...auth });
      return { keys: blobs.map(({ pathname }) => pathname), cursor: hasMore ? cursor : undefined };
    });
  }

  private async deleteKeys(keys: string[]): Promise<void> {
    if (keys.length > 0) await this.call(({ del }, auth) => del(keys, auth));
  }

  private async call<T>(work: (sdk: typeof Sdk, auth: { token?: string }) => Promise<T>): Promise<T> {
    // Ten tries by default would take a quarter of an hour.
    process.env.VERCEL_BLOB_RETRIES ??= "2";
    const sdk = await import("@vercel/blob");
    try {
      return await work(sdk, this.settings.token ? { token: this.settings.token } : {});
    } catch (error) {
      // Whatever it is, from a token that is refused to a server that is away, whoever runs the installation mends it.
      const isTrouble = error instanceof sdk.BlobError || (error instanceof TypeError && /fetch failed|terminated/.test(error.message));
      throw isTrouble ? new BoardsError("storage.unavailable", { cause: error }) : error;
    }
  }
}
