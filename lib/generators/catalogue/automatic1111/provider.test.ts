import { describe, expect, it } from "vitest";
import type { DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import type { Submission } from "@/lib/generators/contract/provider";
import { fileOf, openBench, outputsOf, reasonOf, submissionOf, access as usualAccess } from "@/lib/generators/testing/driver-bench";
import { imageToImage } from "./image-to-image";
import { automatic1111 } from "./provider";
import { textToImage } from "./text-to-image";
import { upscale } from "./upscale";

const bench = openBench();
const access = { ...usualAccess, baseUrl: "http://automatic1111.simulated" };
const [picture, mask] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"] as const;
const fox = () => submissionOf(textToImage, { prompt: "a fox" });
const handleOf = (externalJobId: string) => ({ externalJobId, endpoint: "txt2img" });
const lastRequest = () => bench.lastJob().request;
const inline = (content: string) => `data:image/png;base64,${Buffer.from(content).toString("base64")}`;

async function madeBy(submission: Submission) {
  const { status, externalJobId } = await automatic1111.start(access, submission);
  expect(externalJobId).toBe(submission.jobId);
  return outputsOf(status, textToImage);
}

const withPictures = async (generator: unknown, inputs: Record<string, unknown>) => {
  const files = new Map([
    [picture, await fileOf("a.png", "image/png", "picture")],
    [mask, await fileOf("b.png", "image/png", "mask")],
  ]);
  return submissionOf(generator as DeclarativeGenerator, inputs, { files });
};

it("makes images from words, under our own id", async () => {
  const submission = submissionOf(textToImage, { prompt: "a fox", num_images: 2, seed: 7, checkpoint: "sd_xl_base_1.0" });
  const made = await madeBy(submission);
  expect(made).toHaveLength(2);
  for (const each of made) expect(each).toMatch(/^data:image\/png;base64,iVBOR/);
  expect(lastRequest()).toEqual({
    prompt: "a fox",
    width: 512,
    height: 512,
    n_iter: 2,
    steps: 20,
    cfg_scale: 7,
    sampler_name: "Euler a",
    seed: 7,
    override_settings: { sd_model_checkpoint: "sd_xl_base_1.0" },
    force_task_id: submission.jobId,
  });
});

it("begins with an image, which travels within the call", async () => {
  expect(await madeBy(await withPictures(imageToImage, { prompt: "a wolf", image: picture, denoising_strength: 0.4 }))).toHaveLength(1);
  expect(lastRequest()).toMatchObject({ init_images: [inline("picture")], denoising_strength: 0.4, resize_mode: 1 });
  expect(lastRequest()).not.toHaveProperty("mask_blur");
  await madeBy(await withPictures(imageToImage, { prompt: "a wolf", image: picture, mask, mask_blur: 8 }));
  expect(lastRequest()).toMatchObject({ mask: inline("mask"), mask_blur: 8, inpainting_fill: 1, inpaint_full_res: false });
});

it("enlarges an image", async () => {
  expect(await madeBy(await withPictures(upscale, { image: picture, scale: 4 }))).toHaveLength(1);
  expect(lastRequest()).toMatchObject({ image: inline("picture"), upscaling_resize: 4, upscaler_1: "R-ESRGAN 4x+", resize_mode: 0 });
});

it("has no output where the server gives none to enlarge", async () => {
  bench.simulator.faults.add({ kind: "no-output", on: "submit" });
  expect(await madeBy(await withPictures(upscale, { image: picture }))).toEqual([]);
});

it("tells people what the server says", async () => {
  bench.simulator.faults.add({ kind: "bad-input", on: "submit" });
  await expect(automatic1111.start(access, fox())).rejects.toThrow("Sampler not found");
  bench.simulator.faults.add({ kind: "fail", on: "submit" });
  await expect(automatic1111.start(access, fox())).rejects.toThrow("CUDA out of memory");
  const broken = submissionOf(upscale, { image: picture });
  await expect(automatic1111.start(access, broken)).rejects.toThrow("{provider} couldn't complete this request: Invalid encoded image");
});

describe("while the server works", () => {
  const slow = openBench({ wait: true });

  it("tells how far it is, and stops what is ours and nothing else", async () => {
    const [first, second] = [fox(), fox()];
    const working = automatic1111.start(access, first);
    await expect.poll(() => slow.accepted().length).toBe(1);
    const waiting = automatic1111.start(access, second);
    await expect.poll(() => slow.accepted().length).toBe(2);
    expect(await automatic1111.status(access, handleOf(first.jobId))).toMatchObject({ state: "running", progress: expect.any(Number) });
    expect(await automatic1111.status(access, handleOf(second.jobId))).toEqual({ state: "queued" });

    expect(await automatic1111.cancel(access, handleOf(second.jobId))).toBe(false);
    expect(await automatic1111.cancel(access, handleOf(crypto.randomUUID()))).toBe(false);
    expect(slow.accepted().filter((job) => job.cancelledAt !== null)).toEqual([]);

    expect(await automatic1111.cancel(access, handleOf(first.jobId))).toBe(true);
    expect((await working).status).toMatchObject({ state: "succeeded" });
    expect(slow.accepted().map((job) => job.cancelledAt !== null)).toEqual([true, false]);
    slow.end(slow.lastJob().id);
    await waiting;
    expect(await automatic1111.cancel(access, handleOf(second.jobId))).toBe(false);
    expect(await reasonOf(automatic1111.status(access, handleOf(second.jobId)))).toBe("provider.outcome_unknown");
  });
});

it("costs nothing, and does one after the other", () => {
  expect(automatic1111).toMatchObject({ isFree: true, isOwnServer: true, concurrency: 1 });
});
