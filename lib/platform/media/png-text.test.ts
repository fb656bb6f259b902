import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { isWholePng, pngBounds, pngText, withChunks } from "./png-text";

let png: Buffer;
let pixels: Buffer;

beforeAll(async () => {
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 200, g: 90, b: 60 } } })
    .png()
    .toBuffer();
  pixels = await sharp(png).raw().toBuffer();
});

/** Every chunk of a PNG, by a reader that knows nothing of the writer and checks each CRC. */
function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const [type, data] = [file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, at + 8 + length)];
    expect(file.readUInt32BE(at + 8 + length), type).toBe(crc32(data, crc32(type)));
    chunks.push({ type, data });
    at += length + 12;
  }
  return chunks;
}

const inPieces = (file: Buffer, bytes: number) =>
  Readable.from(Array.from({ length: Math.ceil(file.length / bytes) }, (_, index) => file.subarray(index * bytes, (index + 1) * bytes)));
const isWhole = (file: Buffer) => isWholePng(file.subarray(0, pngBounds.head), file.subarray(-pngBounds.tail));

describe("a text in a PNG", () => {
  it.each([1, 7, 32, 33, 34, 100_000])(
    "stands behind the header, and the picture stays the same, when it passes in pieces of %i bytes",
    async (bytes) => {
      const written = await buffer(
        withChunks(inPieces(png, bytes), Buffer.concat([pngText("parameters", "a hill\r\nSeed: 1"), pngText("boards", "Hügel 山 🌄")])),
      );
      const [header, latin, international, ...rest] = chunksOf(written);
      expect([header?.type, latin?.type, international?.type]).toEqual(["IHDR", "tEXt", "iTXt"]);
      expect(String(latin?.data)).toBe("parameters\0a hill\nSeed: 1");
      expect(String(international?.data)).toBe("boards\0\0\0\0\0Hügel 山 🌄");
      expect(rest).toEqual(chunksOf(png).slice(1));
      expect((await sharp(written).raw().toBuffer()).equals(pixels)).toBe(true);
      expect((await sharp(written).metadata()).comments).toEqual([
        { keyword: "parameters", text: "a hill\nSeed: 1" },
        { keyword: "boards", text: "Hügel 山 🌄" },
      ]);
    },
  );

  it.each([
    ["Latin-1", "Hügel à la carte", "tEXt"],
    ["a tab", "a\tb", "iTXt"],
    ["what Windows puts where Latin-1 has nothing", "\u0080", "iTXt"],
    ["half an emoji", "\ud83c", "iTXt"],
  ])("with %s is %j as %s", (_what, text, type) => {
    expect(pngText("k", text).toString("latin1", 4, 8)).toBe(type);
  });

  it("holds no zero, which would end it", () => {
    expect(pngText("k", "a\0b").subarray(8, -4)).toEqual(Buffer.from("k\0ab"));
  });

  it("may have 1 MiB, and is left out beyond it", () => {
    expect(pngText("k", "山".repeat(100_000)).length).toBeGreaterThan(300_000);
    expect(pngText("k", "x".repeat(1_048_576)).length).toBe(1_048_576 + 14);
    expect(pngText("k", "x".repeat(1_048_577)).length).toBe(0);
    expect(pngText("k", "山".repeat(400_000)).length).toBe(0);
  });
});

describe("a PNG", () => {
  it("is told from what isn't whole", () => {
    expect(isWhole(png)).toBe(true);
    const header = Buffer.from(png);
    header.writeUInt8(9, 20);
    const others = [png.subarray(0, -1), png.subarray(0, 40), png.subarray(1), Buffer.concat([png, Buffer.from("more")]), header, Buffer.alloc(0)];
    expect(others.map(isWhole)).toEqual(others.map(() => false));
  });
});
