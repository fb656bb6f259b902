import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sniffType } from "@/lib/artifacts/sniff-type";
import { BoardsError } from "@/lib/errors";
import type { ArtifactSource, ArtifactType } from "@/lib/generators/define-generator";
import { currentStorage } from "@/lib/storage/current-storage";
import { artifactKey } from "@/lib/storage/storage-key";

/** A file to keep as an artifact. */
export interface NewArtifact {
  tenantId: string;
  boardId: string;
  artifactId: string;
  artifactType: ArtifactType;
  source: ArtifactSource;
  /** What a person sends may be hostile; a result was paid for. */
  from: "upload" | "result";
  /** More bytes are refused with `artifact.too_large`. */
  maxBytes?: number;
}

/** Stores a file under a new key, after its content has shown what it is. Refused content leaves nothing behind. */
export async function storeArtifact({ source, from, maxBytes, ...artifact }: NewArtifact) {
  const folder = await mkdtemp(join(tmpdir(), "boards-store-"));
  try {
    const path = await spool(source, join(folder, "file"), maxBytes);
    const { mimeType, problem } = await sniffType(path, artifact.artifactType, from);
    if (problem) throw new BoardsError("artifact.type_refused", { field: "file", message: problem });
    const storageKey = artifactKey(artifact);
    const { sizeBytes, contentHash } = await currentStorage().write(storageKey, { path });
    return { storageKey, mimeType, sizeBytes, contentHash };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(source: ArtifactSource, path: string, maxBytes = Number.POSITIVE_INFINITY): Promise<string> {
  if (source instanceof Readable) await pipeline(source, cap(maxBytes), createWriteStream(path));
  else if (source instanceof Uint8Array) await writeFile(path, source);
  else return source.path;
  if ((await stat(path)).size > maxBytes) throw tooLarge(maxBytes);
  return path;
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
    message: `The file is larger than the maximum of ${Math.floor(maxBytes / 1_048_576)} MB`,
  });
}
