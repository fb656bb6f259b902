import { Readable } from "node:stream";
import { BoardsError } from "@/lib/platform/errors";

/** What is known of a file before it has come. */
export interface Expected {
  /** The size that it must have; null when nobody said. */
  sizeBytes: number | null;
  /** What to say when it does not come whole. */
  incomplete: (cause?: unknown) => BoardsError;
}

/** The same bytes, in a stream that fails unless they come whole: one that breaks off, falls short or goes on for too long is no file. */
export function arrivingBytes(bytes: Readable, { sizeBytes, incomplete }: Expected): Readable {
  return Readable.from(checked(), { objectMode: false });

  async function* checked() {
    let seen = 0;
    try {
      for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
        seen += chunk.byteLength;
        if (sizeBytes !== null && seen > sizeBytes) throw incomplete();
        yield chunk;
      }
    } catch (cause) {
      throw cause instanceof BoardsError ? cause : incomplete(cause);
    }
    if (sizeBytes !== null && seen < sizeBytes) throw incomplete();
  }
}
