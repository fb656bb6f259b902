import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BoardsError } from "@/lib/platform/errors";
import { type ByteRange, probeStorage, type Storage, type StorageSource } from "@/lib/platform/storage/storage";
import { onDisk } from "@/lib/platform/storage/storage-error";
import { assertStorageKey } from "@/lib/platform/storage/storage-key";
import { walkFiles } from "@/lib/platform/storage/walk-files";

/** With less room than this, or 5 % of a small disk, the storage counts as full. */
const leastRoomBytes = 16_777_216;
const partialFolder = ".partial";
const mark = ".boards-storage";

/** Files in a folder of this machine, readable for the user of this process only. */
export class LocalStorage implements Storage {
  private readonly base: string;
  private isKnown = false;

  constructor(base: string) {
    this.base = resolve(base);
  }

  async write(key: string, source: StorageSource) {
    const hash = createHash("sha256");
    let sizeBytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    await this.writeWhole(key, (partial) => pipeline(streamOf(source), measure, createWriteStream(partial, { flush: true, mode: 0o600 })));
    return { sizeBytes, contentHash: hash.digest("hex") };
  }

  async copy(from: string, to: string) {
    if (!(await this.stat(from))) throw new BoardsError("artifact.not_found");
    await this.writeWhole(to, async (partial) => {
      await copyFile(this.pathOf(from), partial);
      const file = await open(partial, "r+");
      await file.sync().finally(() => file.close());
    });
  }

  /** Written beside its place and moved there whole, so that a killed process leaves no half file under the key. */
  private async writeWhole(key: string, write: (partial: string) => Promise<void>): Promise<void> {
    const target = this.pathOf(key);
    await onDisk(async () => {
      await this.assertThere();
      const partial = join(this.base, partialFolder, randomUUID());
      await mkdir(dirname(partial), { recursive: true, mode: 0o700 });
      try {
        await write(partial);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await rename(partial, target);
      } catch (error) {
        await rm(partial, { force: true }).catch(() => undefined);
        throw error;
      }
    });
  }

  async stat(key: string) {
    const path = this.pathOf(key);
    return onDisk(async () => {
      const found = await stat(path).catch(unlessMissing);
      if (!found) await this.assertThere();
      return found?.isFile() ? { sizeBytes: found.size, modifiedAt: found.mtime } : null;
    });
  }

  async read(key: string, range?: ByteRange) {
    if (!(await this.stat(key))) throw new BoardsError("artifact.not_found");
    return createReadStream(this.pathOf(key), range);
  }

  async addressOf() {
    return null;
  }

  signsForLittle() {
    return false;
  }

  async openUpload() {
    return null;
  }

  async closeUpload() {
    // Nothing was opened.
  }

  async copyToFile(key: string, path: string) {
    if (!(await this.stat(key))) throw new BoardsError("artifact.not_found");
    await onDisk(() => copyFile(this.pathOf(key), path));
  }

  async list(after: string | null, limit: number) {
    await onDisk(() => this.assertThere());
    const keys: string[] = [];
    for await (const key of walkFiles(this.base, after?.split("/") ?? [])) {
      // The storage's own files.
      if (key.startsWith(".")) continue;
      keys.push(key);
      if (keys.length === limit) break;
    }
    return keys;
  }

  async deleteFolder(folder: string) {
    const path = this.pathOf(folder);
    // Where a file stands in its way, there is no such folder; a file that is added meanwhile is deleted with it.
    await onDisk(() => rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(unlessMissing));
  }

  async deletePartialWrites(before: Date) {
    const folder = join(this.base, partialFolder);
    for (const name of (await readdir(folder).catch(unlessMissing)) ?? []) {
      const found = await stat(join(folder, name)).catch(unlessMissing);
      if (found && found.mtime < before) await rm(join(folder, name), { force: true });
    }
  }

  async check() {
    await probeStorage(this);
    const { bavail, blocks, bsize } = await onDisk(() => statfs(this.base));
    if (bavail * bsize < Math.min(leastRoomBytes, blocks * bsize * 0.05)) throw new BoardsError("storage.full");
  }

  /** Under a mount that went away lies an empty folder of the same name, and nothing must be written or missed there. */
  private async assertThere(): Promise<void> {
    const isMarked = Boolean(await stat(join(this.base, mark)).catch(unlessMissing));
    if (!isMarked && this.isKnown) throw new BoardsError("storage.unavailable");
    if (!isMarked) {
      await mkdir(this.base, { recursive: true, mode: 0o700 });
      await writeFile(join(this.base, mark), "Boards keeps its files here. Where this file is missing, it stores nothing.\n", { mode: 0o600 });
    }
    this.isKnown = true;
  }

  private pathOf(key: string): string {
    assertStorageKey(key);
    return join(this.base, ...key.split("/"));
  }
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}

function streamOf(source: StorageSource): Readable {
  if (source instanceof Readable) return source;
  return source instanceof Uint8Array ? Readable.from([source]) : createReadStream(source.path);
}
