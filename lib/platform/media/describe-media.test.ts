import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA } from "thumbhash";
import { beforeAll, describe, expect, it } from "vitest";
import { describeMedia } from "@/lib/platform/media/describe-media";
import { gifBomb, mp4Bomb, pngBomb, progressiveJpegBomb, webmBomb } from "@/lib/platform/media/testing/bombs";

const samples = join(import.meta.dirname, "testing/samples");
const megabyte = 1024 * 1024;
let folder: string;
let files = 0;

beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: "postgresql://localhost/boards", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), BOARDS_LOCAL: "1" });
  folder = await mkdtemp(join(tmpdir(), "boards-media-"));
  // Started before anything is measured.
  await described(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: "#000" } })
      .png()
      .toBuffer(),
    "image",
  );
});

async function described(file: Buffer | string, artifactType: Parameters<typeof describeMedia>[1]) {
  const path = typeof file === "string" ? join(samples, file) : join(folder, `${++files}`);
  if (typeof file !== "string") await writeFile(path, file);
  const previews = await mkdtemp(join(folder, "previews-"));
  const description = await describeMedia(path, artifactType, previews);
  const sizes = await Promise.all(
    description.previewWidths.map(async (width) => {
      const { width: seen, height } = await sharp(join(previews, `${width}.webp`)).metadata();
      return [seen, height];
    }),
  );
  const strip = await sharp(join(previews, "strip.webp"))
    .metadata()
    .then(
      ({ width, height }) => [width, height],
      () => null,
    );
  return { ...description, sizes, strip };
}

/** A sound of one channel and 16 bits. */
function wav(samples: Buffer, rate: number): Buffer {
  const header = Buffer.from("RIFF....WAVEfmt ....................data....", "latin1");
  header.writeUInt32LE(36 + samples.length, 4);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

const picture = (width: number, height: number) => {
  const red = { input: { create: { width: 200, height: 100, channels: 3 as const, background: "#f00" } }, left: 20, top: 20 };
  return sharp({ create: { width, height, channels: 3, background: "#2a6f97" } }).composite([red]);
};

/** What this process's media processes ever held at most, one number each; where Linux tells. */
function peaksOfChildren(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, "utf8");
        const isOurs = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]) === process.pid;
        return isOurs ? [Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024] : [];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

// First, while the processes have decoded nothing else.
describe("bombs", () => {
  it.each([
    ["a GIF of 10,000 × 10,000 with 500 frames", "image", async () => gifBomb(), /10,000 × 10,000 pixels are more than the 50 million/],
    ["a progressive JPEG of 10,000 × 10,000", "image", progressiveJpegBomb, /10,000 × 10,000 pixels/],
    ["a PNG of 50,000 × 50,000", "image", pngBomb, /50,000 × 50,000 pixels are more than the 250 million/],
    ["a WebM of 12,000 × 12,000", "video", () => webmBomb({ isHonest: true }), /12,000 × 12,000 pixels/],
    ["a WebM that hides its 12,000 × 12,000", "video", () => webmBomb({ isHonest: false }), /can't be decoded/],
    ["an MP4 of 10^9 samples", "video", async () => mp4Bomb({ isFragmented: false }), /can't be decoded/],
    ["an MP4 with a fragment of 10^9 samples", "video", async () => mp4Bomb({ isFragmented: true }), /too much memory/],
  ] as const)("%s, three at once, take no memory", async (_what, artifactType, make, note) => {
    const bytes = await make();
    const before = process.memoryUsage().arrayBuffers;
    const descriptions = await Promise.all([1, 2, 3].map(() => described(bytes, artifactType)));
    for (const each of descriptions) expect(each).toMatchObject({ previewWidths: [], previewNote: expect.stringMatching(note) });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * megabyte);
    const peaks = process.platform === "linux" ? peaksOfChildren() : [];
    expect(peaks.length).toBeLessThanOrEqual(2);
    expect(Math.max(0, ...peaks)).toBeLessThan(200 * megabyte);
  });
});

describe("what people's files really are", () => {
  it.each([
    [
      "anamorphic.mp4",
      "video",
      { width: 1047, height: 576, durationSeconds: 1, frameRate: 10 },
      [
        [320, 176],
        [640, 352],
      ],
    ],
    ["film.m4v", "video", { width: 320, height: 240, sampleRate: 44_100, channels: 1 }, [[320, 240]]],
    ["prores.mov", "video", { width: 128, height: 96, frameRate: 10 }, [[128, 96]]],
    [
      "photo.heic",
      "image",
      { width: 640, height: 480 },
      [
        [320, 240],
        [640, 480],
      ],
    ],
    ["animated.png", "image", { width: 32, height: 32 }, [[32, 32]]],
  ] as const)("%s has its facts and previews", async (file, artifactType, facts, sizes) => {
    expect(await described(file, artifactType)).toMatchObject({ facts, sizes, isDamaged: false, previewNote: null });
  });

  it("gives an image that only few browsers show a preview in full", async () => {
    const { previewWidths } = await described(await picture(3000, 2000).tiff().toBuffer(), "image");
    expect(previewWidths).toEqual([320, 640, 1280, 2560]);
    expect((await described(await picture(3000, 2000).jpeg().toBuffer(), "image")).previewWidths).toEqual([320, 640, 1280]);
  });

  it("gives a placeholder of the image's color and shape", async () => {
    const { placeholder } = await described(await picture(900, 300).png().toBuffer(), "image");
    const hash = Buffer.from(placeholder ?? "", "base64");
    expect(thumbHashToApproximateAspectRatio(hash)).toBeGreaterThan(2);
    const { r, g, b } = thumbHashToAverageRGBA(hash);
    expect(b).toBeGreaterThan(g);
    expect(b).toBeGreaterThan(r);
    const grey = sharp({ create: { width: 64, height: 64, channels: 3, background: "#888" } }).toColorspace("b-w");
    expect((await described(await grey.png().toBuffer(), "image")).placeholder).toMatch(/^[\w+/=]{8,64}$/);
  });

  it("makes a preview that fits for what is higher than a preview can be", async () => {
    const { facts, sizes } = await described(await picture(300, 17_200).jpeg().toBuffer(), "image");
    expect(facts).toMatchObject({ width: 300, height: 17_200 });
    expect(sizes).toEqual([[286, 16_383]]);
  });

  it("turns an image upright", async () => {
    const bytes = await picture(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await described(bytes, "image")).toMatchObject({ facts: { width: 400, height: 800 }, sizes: [[320, 640]] });
  });

  it("shows what there is of an image that ends early, and says so", async () => {
    const noise = sharp({ create: { width: 400, height: 300, channels: 3, background: "#000", noise: { type: "gaussian", mean: 128, sigma: 60 } } });
    for (const bytes of [await noise.png().toBuffer(), await noise.jpeg().toBuffer()])
      expect(await described(bytes.subarray(0, bytes.length / 2), "image")).toMatchObject({
        facts: { width: 400 },
        sizes: [[320, 240]],
        isDamaged: true,
      });
  });

  it("shows a JPEG with stray bytes before a marker, as browsers do", async () => {
    const jpeg = await picture(640, 480).jpeg().toBuffer();
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const bytes = Buffer.concat([jpeg.subarray(0, scan), Buffer.from([1, 2, 3]), jpeg.subarray(scan)]);
    expect(await described(bytes, "image")).toMatchObject({
      sizes: [
        [320, 240],
        [640, 480],
      ],
      isDamaged: false,
      previewNote: null,
    });
  });

  it.each([
    ["an image", "image", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)])],
    ["a video", "video", Buffer.from("0000001c667479706d703432000000006d7034326d703431", "hex")],
    ["a sound", "audio", Buffer.from("RIFF\0\0\0\0WAVE")],
  ] as const)("keeps %s of which nothing can be read", async (_what, artifactType, bytes) => {
    expect(await described(bytes, artifactType)).toMatchObject({ facts: { width: null, durationSeconds: null }, previewWidths: [] });
  });

  it("gives a video frames to look through, unless it is too short", async () => {
    const { stripFrames, strip } = await described("film.m4v", "video");
    expect({ stripFrames, strip }).toEqual({ stripFrames: 12, strip: [12 * 320, 240] });
    expect(await described("photo.heic", "image")).toMatchObject({ stripFrames: 0, strip: null });
  });

  it.each([
    ["every sample of", 3, 2],
    ["parts of", 900, 900],
  ])("reads the waveform of a sound from %s %i seconds", async (_how, seconds, tone) => {
    const rate = 8000;
    const sound = Buffer.alloc(seconds * rate * 2);
    // Silent in the second third; and loudest at the end.
    for (let frame = 0; frame < seconds * rate; frame++) {
      const third = Math.floor((frame / (seconds * rate)) * 3);
      sound.writeInt16LE(Math.round(Math.sin(frame / tone) * ([8000, 0, 16_000][third] ?? 0)), frame * 2);
    }
    const { peaks } = await described(wav(sound, rate), "audio");
    const parts = [...Buffer.from(peaks ?? "", "base64")];
    expect(parts).toHaveLength(300);
    expect(Math.min(...parts.slice(5, 95))).toBeGreaterThan(100);
    expect(Math.max(...parts.slice(5, 95))).toBeLessThan(140);
    expect(Math.max(...parts.slice(105, 195))).toBe(0);
    expect(Math.max(...parts.slice(205, 295))).toBeGreaterThan(250);
  });

  it("says when a container holds nothing of its kind", async () => {
    expect(await described("prores.mov", "audio")).toMatchObject({ hasWanted: false });
  });
});
