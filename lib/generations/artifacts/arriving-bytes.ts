import { Readable } from "node:stream";
import { BoardsError } from "@/lib/platform/errors";

/** What is known of a file before it has come. */
export interface Expected {
  /** The size that it must have; null when nobody said. */
  sizeBytes: number | null;
  /** What to say when it does not come whole. */
  incomplete: (cause?: unknown) => BoardsError;
}

/**
 * The same bytes, in a stream that fails unless they come whole: one that breaks off, falls short or goes on for too long is no file. They may
 * break off before anyone reads them; whoever closes this stream closes them.
 */
export function arrivingBytes(bytes: Readable, { sizeBytes, incomplete }: Expected): Readable {
  // An error that nobody hears ends the process. Some streams tell of one without failing by it, and would then be waited for without end.
  bytes.on("error", (error) => bytes.destroy(error));
  return Readable.from(checked(), { objectMode: false }).on("close", () => bytes.destroy());

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
