import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import yauzl from "yauzl";
import type * as z from "zod";
import { archiveManifest, archiveVersion, bounds, entryName, manifestName } from "@/lib/curation/board-archives/archive-format";
import { arrivingBytes } from "@/lib/generations/artifacts/arriving-bytes";
import { say } from "@/lib/messages/say";
import { cleanValue } from "@/lib/platform/clean-value";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { formatBytes } from "@/lib/platform/text/format-bytes";

/** An archive is not what it must be; `entry` is where. */
export const invalidArchive = (message: string, entry?: string, cause?: unknown) =>
  new BoardsError("archive.invalid", {
    message: entry ? say("reasons.archive.inEntry", { entry: entry.slice(0, 200), message }) : message,
    field: entry,
    cause,
  });

const blockBytes = 1_048_576;

/** Reads a stored zip in blocks: a directory of many small lines asks the storage once a megabyte. */
class StoredZip extends yauzl.RandomAccessReader {
  private block: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(
    private readonly key: string,
    private readonly sizeBytes: number,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.bytes(start, end), { objectMode: false });
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.fill(buffer.subarray(offset, offset + length), position).then(() => callback(null), callback);
  }

  private async *bytes(start: number, end: number): AsyncGenerator<Uint8Array> {
    yield* (await currentStorage().read(this.key, { start, end: end - 1 })) as AsyncIterable<Uint8Array>;
  }

  private async fill(target: Buffer, position: number): Promise<void> {
    for (let done = 0; done < target.length; ) {
      const at = position + done;
      const { start, bytes } = this.block;
      if (at < start || at >= start + bytes.length) await this.load(at);
      else done += bytes.copy(target, done, at - start);
    }
  }

  private async load(start: number): Promise<void> {
    if (start >= this.sizeBytes) throw new Error("unexpected end of file");
    const bytes = await Readable.from(this.bytes(start, Math.min(start + blockBytes, this.sizeBytes))).toArray();
    this.block = { start, bytes: Buffer.concat(bytes as Uint8Array[]) };
  }
}

/** Does `work` with the zip that is stored under a key. What the zip gets wrong is `archive.invalid`. */
async function withZip<T>(key: string, work: (zip: yauzl.ZipFile) => Promise<T>): Promise<T> {
  const stat = await currentStorage().stat(key);
  if (!stat) throw new BoardsError("artifact.not_found");
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.fromRandomAccessReaderPromise(new StoredZip(key, stat.sizeBytes), stat.sizeBytes, { autoClose: false, strictFileNames: true });
    return await work(zip);
  } catch (error) {
    if (error instanceof BoardsError) throw error;
    throw invalidArchive(say("reasons.archive.unreadable"), undefined, error);
  } finally {
    zip?.close();
  }
}

const isPlainFile = ({ externalFileAttributes, versionMadeBy }: yauzl.Entry) => {
  const mode = versionMadeBy >> 8 === 3 ? externalFileAttributes >>> 16 : 0;
  return mode === 0 || (mode & 0o170000) === 0o100000 || (mode & 0o170000) === 0;
};

/** Refuses an archive by its directory, before anything is unpacked. Answers the sum of what its media take unpacked, in bytes. */
export async function checkEntries(key: string): Promise<number> {
  return withZip(key, async (zip) => {
    if (zip.entryCount > bounds.entries) throw invalidArchive(say("reasons.archive.tooManyEntries", { maximum: bounds.entries }));
    const names = new Set<string>();
    let [totalBytes, mediaBytes] = [0, 0];
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      if (!entryName.test(fileName)) throw invalidArchive(say("reasons.archive.name"), fileName);
      if (!isPlainFile(entry)) throw invalidArchive(say("reasons.archive.noFile"), fileName);
      if (entry.isEncrypted()) throw invalidArchive(say("reasons.archive.encrypted"), fileName);
      if (names.has(fileName)) throw invalidArchive(say("reasons.archive.twice"), fileName);
      names.add(fileName);
      totalBytes += uncompressedSize;
      if (fileName.startsWith("media/")) mediaBytes += uncompressedSize;
      const limit = env().maxArchiveSizeBytes;
      if (totalBytes > limit) throw invalidArchive(say("reasons.archive.tooLarge", { limit: formatBytes(limit) }));
    }
    return mediaBytes;
  });
}

/** What an archive holds, by its manifest. */
export async function readManifest(key: string) {
  const value = await readJson(key, { path: manifestName, maxBytes: bounds.manifestBytes });
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format === "boards-archive" && version !== archiveVersion)
    throw new BoardsError("archive.version_unknown", {
      message: say("reasons.archive.version", { version: String(version).slice(0, 20), known: archiveVersion }),
    });
  return parseEntry(archiveManifest, value, manifestName);
}

/** A JSON entry, parsed; with `sha256`, only if it has this checksum. */
export async function readJson(key: string, { path, maxBytes, sha256 }: { path: string; maxBytes: number; sha256?: string }): Promise<unknown> {
  return withEntries(key, [path], async (open) => {
    const { entry, bytes } = await open(path);
    if (entry.uncompressedSize > maxBytes) throw invalidArchive(say("reasons.archive.entryTooLarge", { limit: formatBytes(maxBytes) }), path);
    const whole = Buffer.concat(await bytes.toArray());
    if (sha256 && createHash("sha256").update(whole).digest("hex") !== sha256) throw invalidArchive(say("reasons.archive.checksum"), path);
    try {
      return cleanValue(JSON.parse(whole.toString("utf8")) as unknown);
    } catch (cause) {
      throw invalidArchive(say("reasons.archive.noJson"), path, cause);
    }
  });
}

/** What an entry says, if it has this shape; the error names the entry and the field. */
export function parseEntry<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join(".");
  throw invalidArchive(field ? `${field}: ${issue?.message}` : (issue?.message ?? ""), path);
}

/** Opens one of the entries that were asked for: its bytes fail unless they come whole. */
export type OpenEntry = (path: string) => Promise<{ entry: yauzl.Entry; bytes: Readable }>;

/** Does `work` with some entries of a stored archive; of its directory nothing else is kept. */
export async function withEntries<T>(key: string, paths: Iterable<string>, work: (open: OpenEntry) => Promise<T>): Promise<T> {
  return withZip(key, async (zip) => {
    const wanted = new Set(paths);
    const found = new Map<string, yauzl.Entry>();
    if (wanted.size > 0)
      for await (const entry of zip.eachEntry()) {
        if (wanted.has(entry.fileName)) found.set(entry.fileName, entry);
        if (found.size === wanted.size) break;
      }
    const opened: Readable[] = [];
    const open: OpenEntry = async (path) => {
      const entry = found.get(path);
      if (!entry) throw invalidArchive(say("reasons.archive.missing"), path);
      const incomplete = (cause?: unknown) => invalidArchive(say("reasons.archive.incomplete"), path, cause);
      const bytes = arrivingBytes(await zip.openReadStreamPromise(entry), { sizeBytes: entry.uncompressedSize, incomplete });
      opened.push(bytes);
      return { entry, bytes };
    };
    // Also those of which nothing was read.
    return work(open).finally(() => opened.forEach((bytes) => void bytes.destroy()));
  });
}
