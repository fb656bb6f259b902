import { createWriteStream } from "node:fs";
import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sniffType } from "@/lib/generations/artifacts/sniff-type";
import type { ArtifactSource, ArtifactType } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { onDisk } from "@/lib/platform/storage/storage-error";
import { artifactKey } from "@/lib/platform/storage/storage-key";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";
import { formatBytes } from "@/lib/platform/text/format-bytes";

/** A file to keep as an artifact. */
export interface NewArtifact {
  tenantId: string;
  boardId: string;
  artifactId: string;
  artifactType: ArtifactType;
  source: ArtifactSource;
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
export async function storeArtifact({ source, from, maxBytes = Number.POSITIVE_INFINITY, ...artifact }: NewArtifact): Promise<StoredArtifact> {
  return onDisk(async () => {
    const folder = await makeTemporaryFolder("store");
    try {
      const path = await spool(source, join(folder, "file"), from === "result" ? mostKeptBytes(maxBytes) : maxBytes);
      const { mimeType, problem: otherType } = await sniffType(path, artifact.artifactType, from);
      const problem = (await stat(path)).size > maxBytes ? tooLarge(maxBytes).message : otherType;
      if (problem && from === "upload") throw new BoardsError("artifact.type_refused", { field: "file", message: problem });
      const storageKey = artifactKey(artifact);
      const { sizeBytes, contentHash } = await currentStorage().write(storageKey, { path });
      return { storageKey, mimeType, sizeBytes, contentHash, ...(problem ? { problem } : {}) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
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

function tooLarge(maxBytes: number): BoardsError {
  return new BoardsError("artifact.too_large", {
    field: "file",
    message: say("reasons.artifact.tooLarge", { limit: formatBytes(maxBytes) }),
  });
}
