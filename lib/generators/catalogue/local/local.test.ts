import { createHash } from "node:crypto";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { runGenerator, type TestArtifact } from "@/lib/generators/testing/run-generator";
import { describeMedia } from "@/lib/platform/media/describe-media";
import { collage } from "./collage";
import { edit } from "./edit";
import { frame } from "./frame";
import { melody } from "./melody";
import { promptWriter } from "./prompt-writer";
import { sketch } from "./sketch";
import { slideshow } from "./slideshow";
import { upscale } from "./upscale";

const photo = "0192aaaa-0000-7000-8000-000000000001";
const other = "0192aaaa-0000-7000-8000-000000000002";
const sound = "0192aaaa-0000-7000-8000-000000000003";
const artifacts: Record<string, TestArtifact> = {};

const only = async (run: ReturnType<typeof runGenerator>) => {
  const [output] = (await run).outputs;
  if (!output) throw new Error("nothing was made");
  return output;
};
const hashOf = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
const sizeOf = async (path: string) => {
  const { width, height } = await sharp(path).metadata();
  return [width, height];
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "boards-local-"));
  // An image 200 wide and 100 high whose EXIF says: show it turned by 90 degrees. Its upper half, as stored, is red.
  const red = { input: { create: { width: 200, height: 50, channels: 3 as const, background: "#ff0000" } }, left: 0, top: 0 };
  const stored = sharp({ create: { width: 200, height: 100, channels: 3, background: "#0000ff" } }).composite([red]);
  artifacts[photo] = { path: join(folder, "photo.jpg"), artifactType: "image" };
  await stored.jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toFile(artifacts[photo].path);
  artifacts[other] = await only(runGenerator(sketch, { prompt: "another", seed: 1 }));
  artifacts[sound] = await only(runGenerator(melody, { prompt: "tune", seed: 1, duration_seconds: 3 }));
});

describe("sketch", () => {
  it("draws the same for the same prompt and seed, and something else for another", async () => {
    const draw = async (seed: number) => hashOf((await only(runGenerator(sketch, { prompt: "hills", seed }))).path);
    expect(await draw(5)).toBe(await draw(5));
    expect(await draw(5)).not.toBe(await draw(6));
  });

  it("makes as many images as asked, in the shape asked", async () => {
    const { outputs, progress } = await runGenerator(sketch, { prompt: "hills", count: 3, aspect_ratio: "16:9", style: "tiles" });
    expect(outputs).toHaveLength(3);
    expect(await sizeOf(outputs[2]?.path ?? "")).toEqual([1280, 720]);
    expect(progress).toHaveLength(3);
  });
});

describe("edit", () => {
  it("turns a photo upright before anything else", async () => {
    const { path } = await only(runGenerator(edit, { image: photo, operation: "convert" }, { artifacts }));
    expect(await sizeOf(path)).toEqual([100, 200]);
    // What was the top as stored is the right side as seen.
    const { data } = await sharp(path).extract({ left: 80, top: 100, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
    expect([data[0], data[2]]).toEqual([expect.closeTo(254, -1), expect.closeTo(0, -1)]);
  });

  it.each([
    ["crop", { crop_left: 0.5, crop_top: 0, crop_width: 1, crop_height: 0.5 }, [50, 100]],
    ["rotate", { angle: 90 }, [200, 100]],
    ["flip", {}, [100, 200]],
    ["blur", {}, [100, 200]],
    ["sharpen", {}, [100, 200]],
    ["grey", { format: "webp" }, [100, 200]],
    ["tint", { color: "#00ff00", format: "jpeg" }, [100, 200]],
  ])("can %s", async (operation, settings, size) => {
    const { path } = await only(runGenerator(edit, { image: photo, operation, ...settings }, { artifacts }));
    expect(await sizeOf(path)).toEqual(size);
  });
});

describe("upscale", () => {
  it("enlarges by the factor", async () => {
    expect(await sizeOf((await only(runGenerator(upscale, { image: photo, factor: 3 }, { artifacts }))).path)).toEqual([300, 600]);
  });

  it("says when the result would be too large", async () => {
    const path = join(dirname(artifacts[photo]?.path ?? ""), "huge.png");
    await sharp({ create: { width: 4608, height: 3456, channels: 3, background: "#ffffff" } }).toFile(path);
    const huge = { [photo]: { path, artifactType: "image" as const } };
    await expect(runGenerator(upscale, { image: photo, factor: 4 }, { artifacts: huge })).rejects.toThrow(/would be 18,432 × 13,824 pixels/);
  });
});

it("collage puts images into one", async () => {
  const { path } = await only(runGenerator(collage, { images: [photo, other, photo], cell_size: 128, gap: 10 }, { artifacts }));
  expect(await sizeOf(path)).toEqual([286, 286]);
});

describe("slideshow and frame", () => {
  it("make a video with sound as long as its images, and take frames out of it", async () => {
    const video = await only(
      runGenerator(slideshow, { images: [photo, other], audio: sound, seconds_per_image: 1, frames_per_second: 12 }, { artifacts }),
    );
    const { facts } = await describeMedia(video.path, "video", dirname(video.path));
    expect(facts).toMatchObject({ width: 1280, height: 720, frameRate: expect.closeTo(12, 1), sampleRate: 44100, channels: 2 });
    expect(facts.durationSeconds).toBeCloseTo(2, 0);
    const from = { [photo]: { ...video } };
    const first = await only(runGenerator(frame, { video: photo, position: "first" }, { artifacts: from }));
    const last = await only(runGenerator(frame, { video: photo, position: "last" }, { artifacts: from }));
    expect(await sizeOf(last.path)).toEqual([1280, 720]);
    expect(await hashOf(first.path)).not.toBe(await hashOf(last.path));
    await expect(runGenerator(frame, { video: photo, position: "second", second: 9 }, { artifacts: from })).rejects.toThrow(/ends after 2/);
  });

  it("stop when they are canceled", async () => {
    const abort = new AbortController();
    const options = { artifacts, signal: abort.signal, onProgress: () => abort.abort() };
    await expect(runGenerator(slideshow, { images: [photo, other], seconds_per_image: 10 }, options)).rejects.toThrow(/abort/i);
  });
});

it("melody plays as long as asked, the same for the same seed", async () => {
  const play = () => only(runGenerator(melody, { prompt: "rain", seed: 3, duration_seconds: 2, is_stereo: false }));
  const [one, again] = [await play(), await play()];
  const { facts } = await describeMedia(one.path, "audio", dirname(one.path));
  expect(facts).toMatchObject({ durationSeconds: 2, sampleRate: 44100, channels: 1 });
  expect(await hashOf(one.path)).toBe(await hashOf(again.path));
});

describe("prompt-writer", () => {
  const write = async (inputs: Record<string, unknown>, given = {}) =>
    readFile((await only(runGenerator(promptWriter, inputs, { artifacts: given }))).path, "utf8");

  it("fills choices and lists, nested ones too, and leaves other braces alone", async () => {
    const text = await write({ template: "{big|small} {animal} {{red|blue}|{red|blue}} {what}", seed: 4, lines: 20 });
    for (const line of text.split("\n")) expect(line).toMatch(/^(big|small) an? [a-z]+ (red|blue) \{what\}$/);
    expect(text).toBe(await write({ template: "{big|small} {animal} {{red|blue}|{red|blue}} {what}", seed: 4, lines: 20 }));
  });

  it("takes a text from the board as its template", async () => {
    const template = await only(runGenerator(promptWriter, { template: "only {this|this}" }));
    expect(await write({ source: photo }, { [photo]: template })).toBe("only this");
  });
});
