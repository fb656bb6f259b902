import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sniffType } from "@/lib/generations/artifacts/sniff-type";
import type { ArtifactSource, ArtifactType } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { artifactKey } from "@/lib/platform/storage/artifact-key";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";
import { onDisk } from "@/lib/platform/storage/storage-error";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";
import { formatBytes } from "@/lib/platform/text/format-bytes";

/** A file that was sent to the storage, under a key that whoever sent it may still write to. */
export interface SentFile {
  storageKey: string;
}

/** A file to keep as an artifact. */
export interface NewArtifact {
  tenantId: string;
  boardId: string;
  artifactId: string;
  artifactType: ArtifactType;
  source: ArtifactSource | SentFile;
  /** What a person sends may be hostile; a result was paid for. */
  from: "upload" | "result";
  /** More bytes are too many: an upload is refused with `artifact.too_large`, a result kept for download. */
  maxBytes?: number;
}

/** What is known of a stored file. `problem`: why a result cannot be used, for people. */
export interface StoredArtifact {
  storageKey: string;
  mimeType: string;
  sizeBytes: number;
  contentHash: string;
  problem?: string;
}

/** How large a result is kept at all where `maxBytes` are allowed: what never ends must not fill the storage. */
export const mostKeptBytes = (maxBytes: number) => 4 * maxBytes + 67_108_864;

/**
 * Stores a file under a new key, after its content has shown what it is. An upload that is not what it must be is refused and leaves nothing
 * behind; a result was paid for, and is kept with what is wrong.
 */
export const storeArtifact = (artifact: NewArtifact): Promise<StoredArtifact> => storeAndRead(artifact, async (stored) => stored);

/** The same, and lets `read` have the file while it lies at a path of this machine, so that it is fetched once. When that throws, nothing is kept. */
export async function storeAndRead<T>(
  { source, from, maxBytes = Number.POSITIVE_INFINITY, ...artifact }: NewArtifact,
  read: (stored: StoredArtifact, path: string) => Promise<T>,
): Promise<T> {
  return onDisk(async () => {
    const folder = await makeTemporaryFolder("store");
    let path = join(/* turbopackIgnore: true */ folder, "file");
    let writtenKey: string | null = null;
    try {
      const mostBytes = from === "result" ? mostKeptBytes(maxBytes) : maxBytes;
      // Where it goes may depend on its size.
      const keyFor = (bytes: number) => artifactKey({ ...artifact, sizeBytes: bytes });
      if ("storageKey" in source) writtenKey = await takeSent(source, { keyFor, path, mostBytes });
      else path = await spool(source, path, mostBytes);
      const { size } = await stat(/* turbopackIgnore: true */ path);
      const { mimeType, problem: otherType } = await sniffType(path, artifact.artifactType, from);
      const problem = size > maxBytes ? tooLarge(maxBytes).message : otherType;
      if (problem && from === "upload") throw new BoardsError("artifact.type_refused", { field: "file", message: problem });
      const storageKey = writtenKey ?? keyFor(size);
      const written = await (writtenKey ? measure(path) : currentStorage().write(storageKey, { path }));
      writtenKey = storageKey;
      return await read({ storageKey, mimeType, ...written, ...(problem ? { problem } : {}) }, path);
    } catch (error) {
      if (writtenKey) await deleteArtifactFiles(writtenKey);
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

interface Taking {
  keyFor: (bytes: number) => string;
  path: string;
  mostBytes: number;
}

/** Puts what was sent under a key of its own, where nobody writes any more, and only then on this machine, to be looked at. Answers that key. */
async function takeSent({ storageKey: sentKey }: SentFile, { keyFor, path, mostBytes }: Taking): Promise<string> {
  const sent = await currentStorage().stat(sentKey);
  if (!sent) throw new BoardsError("upload.incomplete");
  if (sent.sizeBytes > mostBytes) throw tooLarge(mostBytes);
  const key = keyFor(sent.sizeBytes);
  try {
    await currentStorage().copy(sentKey, key);
    await currentStorage().copyToFile(key, path);
    // What is stored may be whole, and this a read that fell short.
    if ((await stat(/* turbopackIgnore: true */ path)).size !== sent.sizeBytes) throw new BoardsError("storage.unavailable");
  } catch (error) {
    await deleteArtifactFiles(key);
    throw error;
  }
  return key;
}

async function measure(path: string): Promise<{ sizeBytes: number; contentHash: string }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { sizeBytes: (await stat(/* turbopackIgnore: true */ path)).size, contentHash: hash.digest("hex") };
}

/** Where the file lies on this machine: where it is already, else at `path`. */
async function spool(source: ArtifactSource, path: string, maxBytes: number): Promise<string> {
  if (source instanceof Readable) await pipeline(source, cap(maxBytes), createWriteStream(path));
  else if (source instanceof Uint8Array) await writeFile(path, source);
  const place = source instanceof Readable || source instanceof Uint8Array ? path : source.path;
  if ((await stat(place)).size > maxBytes) throw tooLarge(maxBytes);
  return place;
}

function cap(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}

/** The error for a file of more bytes than may be uploaded. */
export function tooLarge(maxBytes: number): BoardsError {
  return new BoardsError("artifact.too_large", {
    field: "file",
    message: say("reasons.artifact.tooLarge", { limit: formatBytes(maxBytes) }),
  });
}
