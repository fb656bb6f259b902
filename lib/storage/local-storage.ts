import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BoardsError } from "@/lib/errors";
import type { ByteRange, Storage, StorageSource } from "@/lib/storage/storage";
import { assertStorageKey } from "@/lib/storage/storage-key";

/** Files in a folder of this machine, readable for the user of this process only. */
export class LocalStorage implements Storage {
  private readonly base: string;

  constructor(base: string) {
    this.base = resolve(base);
  }

  async write(key: string, source: StorageSource) {
    const target = this.pathOf(key);
    // Written beside its place and moved there whole, so that a killed process leaves no half file under the key.
    const partial = join(this.base, ".partial", randomUUID());
    await mkdir(dirname(partial), { recursive: true, mode: 0o700 });
    const hash = createHash("sha256");
    let sizeBytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(streamOf(source), measure, createWriteStream(partial, { flush: true, mode: 0o600 }));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(partial, target);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    return { sizeBytes, contentHash: hash.digest("hex") };
  }

  async stat(key: string) {
    const found = await stat(this.pathOf(key)).catch(() => null);
    return found?.isFile() ? { sizeBytes: found.size, modifiedAt: found.mtime } : null;
  }

  async read(key: string, range?: ByteRange) {
    if (!(await this.stat(key))) throw new BoardsError("artifact.not_found");
    return createReadStream(this.pathOf(key), range);
  }

  async copyToFile(key: string, path: string) {
    if (!(await this.stat(key))) throw new BoardsError("artifact.not_found");
    await copyFile(this.pathOf(key), path);
  }

  async deleteFolder(folder: string) {
    await rm(this.pathOf(folder), { recursive: true, force: true });
  }

  async check() {
    const folder = `health-${randomUUID()}`;
    try {
      await this.write(`${folder}/probe`, new Uint8Array([1]));
      if ((await this.stat(`${folder}/probe`))?.sizeBytes !== 1) throw new BoardsError("storage.unavailable");
    } finally {
      await this.deleteFolder(folder);
    }
  }

  private pathOf(key: string): string {
    assertStorageKey(key);
    return join(this.base, ...key.split("/"));
  }
}

function streamOf(source: StorageSource): Readable {
  if (source instanceof Readable) return source;
  return source instanceof Uint8Array ? Readable.from([source]) : createReadStream(source.path);
}
