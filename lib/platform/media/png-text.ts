import { crc32 } from "node:zlib";

/** PNG, third edition: https://www.w3.org/TR/png-3/. Libraries for its chunks (png-chunks-encode, pngjs, sharp) hold or rewrite the whole file. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const end = chunk("IEND", Buffer.alloc(0));

/** A PNG begins with its signature and IHDR, so many bytes in all, and ends with IEND, which are so many. */
export const pngBounds = { head: signature.length + 25, tail: end.length };
/** What decoders read without complaint: Pillow takes 1 MiB a text, libpng 8 MB a chunk. */
const mostBytes = 1_048_576;
/** What Latin-1 and PNG both define: 0x80 to 0x9f aren't characters, and of the control characters, there is only the line feed. */
const latin1 = /^[\n\x20-\x7e\xa0-\xff]*$/;

/** Whether a file that begins and ends with these bytes is a PNG that isn't cut off. */
export function isWholePng(head: Uint8Array, tail: Uint8Array): boolean {
  const header = Buffer.from(head).subarray(signature.length);
  if (head.length !== pngBounds.head || !signature.equals(head.subarray(0, signature.length)) || !end.equals(tail)) return false;
  return chunk("IHDR", header.subarray(8, 21)).equals(header);
}

/** A text as a chunk: tEXt where Latin-1 has its characters, otherwise iTXt. Empty for a text of more than 1 MiB, as half of one would mislead. */
export function pngText(keyword: string, text: string): Buffer {
  const clean = text.replaceAll("\0", "").replace(/\r\n?/g, "\n");
  const isLatin1 = latin1.test(clean);
  const encoded = Buffer.from(clean, isLatin1 ? "latin1" : "utf8");
  if (encoded.length > mostBytes) return Buffer.alloc(0);
  // In iTXt: not compressed (two bytes), no language and no translated keyword, each ended by a zero.
  const between = Buffer.alloc(isLatin1 ? 1 : 5);
  return chunk(isLatin1 ? "tEXt" : "iTXt", Buffer.concat([Buffer.from(keyword, "latin1"), between, encoded]));
}

/** The bytes of a PNG as they pass, with more chunks behind its IHDR. */
export async function* withChunks(png: AsyncIterable<Uint8Array>, chunks: Uint8Array): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of png) {
    const before = pngBounds.head - at;
    at += piece.byteLength;
    if (before <= 0 || before > piece.byteLength) {
      yield piece;
      continue;
    }
    yield piece.subarray(0, before);
    yield chunks;
    if (before < piece.byteLength) yield piece.subarray(before);
  }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(data.byteLength + 12);
  whole.writeUInt32BE(data.byteLength, 0);
  whole.write(type, 4, "latin1");
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), data.byteLength + 8);
  return whole;
}
