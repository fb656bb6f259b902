import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { StorageSource } from "@/lib/platform/storage/storage";

/** Reading the source of a write failed, which is no fault of the storage: the cause is what is told. */
export class SourceFailure extends Error {}

/** A source as one stream, and once that was read, its size and its SHA-256 in hex. What fails in reading it is a `SourceFailure`. */
export function measureSource(source: StorageSource): { body: Readable; measured: () => { sizeBytes: number; contentHash: string } } {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* chunks() {
    try {
      for await (const chunk of streamOf(source)) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    } catch (cause) {
      throw new SourceFailure("the source of a write failed", { cause });
    }
  }
  return { body: Readable.from(chunks(), { objectMode: false }), measured: () => ({ sizeBytes, contentHash: hash.digest("hex") }) };
}

/** The same stream, of which so many bytes were read already, and whether there are no more. */
export async function lookAhead(body: Readable, mostBytes: number): Promise<{ chunks: AsyncIterable<Buffer>; isShort: boolean }> {
  const iterator: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let bytes = 0;
  let next = await iterator.next();
  for (; !next.done && bytes < mostBytes; next = await iterator.next()) {
    first.push(next.value);
    bytes += next.value.length;
  }
  async function* chunks() {
    yield* first.splice(0);
    for (; !next.done; next = await iterator.next()) yield next.value;
  }
  return { chunks: chunks(), isShort: next.done === true && bytes <= mostBytes };
}

function streamOf(source: StorageSource): Readable | Uint8Array[] {
  if (source instanceof Readable) return source;
  return source instanceof Uint8Array ? [source] : createReadStream(/* turbopackIgnore: true */ source.path);
}
