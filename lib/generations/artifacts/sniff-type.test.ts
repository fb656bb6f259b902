import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { sniffType } from "@/lib/generations/artifacts/sniff-type";

let path: string;
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), "boards-sniff-")), "file");
});

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const box = (type: string, ...content: Buffer[]) => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type, "latin1"), ...content]);
  bytes.writeUInt32BE(bytes.length);
  return bytes;
};
const ftyp = (brand: string) =>
  Buffer.concat([box("ftyp", Buffer.from(brand, "latin1"), Buffer.alloc(4), Buffer.from(brand, "latin1")), box("mdat")]);
const animatedPng = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
  Buffer.from("000000086163544c00000002000000006ac8d2b0", "hex"),
  Buffer.from("0000000049444154", "hex"),
]);

it.each([
  ["UTF-16 as Windows Notepad saves it", utf16("Grüße 日本"), "text", "text/plain"],
  ["UTF-16, highest byte first", Buffer.from(utf16("Grüße")).swap16(), "text", "text/plain"],
  ["UTF-8 with a mark", Buffer.from("\ufeffGrüße"), "text", "text/plain"],
  ["an animated PNG", animatedPng, "image", "image/png"],
  ["HEIC", ftyp("heic"), "image", "image/heic"],
  ["HEIF", ftyp("mif1"), "image", "image/heic"],
  ["AVIF", ftyp("avif"), "image", "image/avif"],
  ["M4V", ftyp("M4V "), "video", "video/mp4"],
  ["QuickTime", ftyp("qt  "), "video", "video/quicktime"],
] as const)("%s is accepted", async (_what, bytes, artifactType, mimeType) => {
  await writeFile(path, bytes);
  expect(await sniffType(path, artifactType, "upload")).toEqual({ mimeType, problem: null });
});

const unknown = "This format isn't supported.";
it.each([
  ["half a character of UTF-16", Buffer.concat([utf16("ab"), Buffer.from([0xd8, 0x00]).swap16()]), "text", "Choose a text file (TXT)."],
  ["a NUL in UTF-16", utf16("a\0b"), "text", `${unknown} Choose a text file`],
  ["a NUL", Buffer.from("a\0b"), "text", `${unknown} Choose a text file (TXT).`],
  ["UTF-16 that calls itself a sound", utf16("words"), "audio", "This is a text file. Choose an audio file (MP3,"],
  ["SVG in UTF-16", utf16("<svg onload='alert(1)'/>"), "text", `${unknown} Choose a text file`],
  ["nothing", Buffer.alloc(0), "image", "This file is empty. Choose an image"],
  ["an image of another format", Buffer.from("BM".padEnd(64, "\0")), "image", unknown],
  ["words", Buffer.from("words"), "image", "This is a text file. Choose an image (JPG, PNG,"],
  ["a photo", ftyp("heic"), "video", "This is an image. Choose a video (MP4,"],
  ["a video", ftyp("qt  "), "image", "This is a video. Choose an image"],
  ["a PDF", Buffer.from("%PDF-1.7\n"), "text", "This is a PDF. Choose a text file"],
  ["an archive", Buffer.from("PK\x03\x04".padEnd(64, "\0")), "image", "This is a ZIP file. Choose an image"],
] as const)("%s is not, and what it is instead is said as people call it", async (_what, bytes, artifactType, words) => {
  await writeFile(path, bytes);
  const { problem } = await sniffType(path, artifactType, "upload");
  expect(problem).toContain(words);
  expect((await sniffType(path, artifactType, "result")).problem ?? "").not.toMatch(/\w\/\w/);
});

it.each(["<svg/>", "<html><p>Hello", '<?xml version="1.0"?><a/>', "<!doctype html>"])(
  "%s is text that a model wrote, and no upload",
  async (text) => {
    await writeFile(path, text);
    expect(await sniffType(path, "text", "result")).toEqual({ mimeType: "text/plain", problem: null });
    expect((await sniffType(path, "text", "upload")).problem).not.toBeNull();
  },
);
