import { crc32 } from "node:zlib";

/** A file to put into a zip. */
export interface ZipFile {
  name: string;
  sizeBytes: number;
  bytes: AsyncIterable<Uint8Array>;
}

/** Where an entry of a zip stands, and what its directory says of it. */
export interface ZipEntry {
  name: string;
  sizeBytes: number;
  crc: number;
  offset: number;
}

const most32 = 0xffff_ffff;
const most16 = 0xffff;
/** Bit 3: sizes follow the bytes. Bit 11: names are UTF-8. */
const flags = 0x0808;
/** 1 January 1980, the first day that a zip knows. */
const day = 0x21;
const versionOf = (isLarge: boolean) => (isLarge ? 45 : 20);

/** Numbers in little-endian order, each with its length in bytes. */
function pack(...fields: [bytes: 2 | 4 | 8, value: number][]): Buffer {
  const packed = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) packed.writeBigUInt64LE(BigInt(value), at);
    else packed.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return packed;
}

/**
 * Files as entries of a zip, one after another and stored as they are; `onEntry` hears of each when it is whole. No library writes a zip that goes on
 * after a crash; entries of several calls, one behind the other, become one zip by `zipDirectory`. Format: https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT
 */
export async function* zipEntries(files: AsyncIterable<ZipFile>, onEntry: (entry: ZipEntry) => void): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const { name, sizeBytes: announced, bytes } of files) {
    const isLarge = announced >= most32;
    const header = localHeader(name, isLarge);
    yield header;
    let [crc, sizeBytes] = [0, 0];
    for await (const chunk of bytes) {
      crc = crc32(chunk, crc);
      sizeBytes += chunk.byteLength;
      yield chunk;
    }
    if (sizeBytes !== announced) throw new Error(`${name} changed while it was read`);
    const after = pack([4, 0x08074b50], [4, crc], [isLarge ? 8 : 4, sizeBytes], [isLarge ? 8 : 4, sizeBytes]);
    yield after;
    onEntry({ name, sizeBytes, crc, offset });
    offset += header.length + sizeBytes + after.length;
  }
}

function localHeader(name: string, isLarge: boolean): Buffer {
  const encoded = Buffer.from(name);
  const extra = isLarge ? pack([2, 1], [2, 16], [8, 0], [8, 0]) : Buffer.alloc(0);
  const size = isLarge ? most32 : 0;
  const fixed = pack(
    [4, 0x04034b50],
    [2, versionOf(isLarge)],
    [2, flags],
    [2, 0],
    [2, 0],
    [2, day],
    [4, 0],
    [4, size],
    [4, size],
    [2, encoded.length],
    [2, extra.length],
  );
  return Buffer.concat([fixed, encoded, extra]);
}

/** The directory that ends a zip: `entries` as they stand in the `startsAt` bytes before it. */
export async function* zipDirectory(entries: AsyncIterable<ZipEntry>, startsAt: number): AsyncGenerator<Uint8Array> {
  let [count, sizeBytes] = [0, 0];
  for await (const entry of entries) {
    const line = directoryLine(entry);
    yield line;
    count++;
    sizeBytes += line.length;
  }
  const end = startsAt + sizeBytes;
  if (count >= most16 || end >= most32) {
    yield pack([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, sizeBytes], [8, startsAt]);
    yield pack([4, 0x07064b50], [4, 0], [8, end], [4, 1]);
  }
  const short = Math.min(count, most16);
  yield pack([4, 0x06054b50], [2, 0], [2, 0], [2, short], [2, short], [4, Math.min(sizeBytes, most32)], [4, Math.min(startsAt, most32)], [2, 0]);
}

function directoryLine({ name, sizeBytes, crc, offset }: ZipEntry): Buffer {
  const encoded = Buffer.from(name);
  const isLarge = sizeBytes >= most32 || offset >= most32;
  const extra = isLarge ? pack([2, 1], [2, 24], [8, sizeBytes], [8, sizeBytes], [8, offset]) : Buffer.alloc(0);
  const [size, place] = isLarge ? [most32, most32] : [sizeBytes, offset];
  const fixed = pack(
    [4, 0x02014b50],
    // Made on Unix: the attributes below are its own, of a plain file.
    [2, 0x031e],
    [2, versionOf(isLarge)],
    [2, flags],
    [2, 0],
    [2, 0],
    [2, day],
    [4, crc],
    [4, size],
    [4, size],
    [2, encoded.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0x81a4_0000],
    [4, place],
  );
  return Buffer.concat([fixed, encoded, extra]);
}
