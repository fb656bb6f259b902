import { beforeAll, describe, expect, it } from "vitest";
import type { ProviderFile } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, outputsOf, reasonOf, submissionOf, successOf } from "@/lib/generators/testing/driver-bench";
import { stability } from "./provider";

const photo = "0192aaaa-0000-7000-8000-000000000001";
const bench = openBench();
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([[photo, await fileOf("photo.png", "image/png", "pixels")]]);
});

const asked = (name: string, raw: Record<string, unknown>) => submissionOf(generatorOf(name), raw, { files });
const image = () => asked("stability-stable-image-ultra", { prompt: "a fox" });
const music = () => asked("stability-stable-audio-3", { prompt: "a waltz", duration: 12 });
const lastRequest = () => bench.lastJob().request;

describe("an image", () => {
  it.each([
    ["stability-stable-image-ultra", { prompt: "a fox" }, 0.08],
    ["stability-stable-image-core", { prompt: "a fox" }, 0.03],
    ["stability-stable-diffusion-3-5", { prompt: "a fox" }, 0.065],
    ["stability-stable-diffusion-3-5", { prompt: "a fox", model: "sd3.5-flash" }, 0.025],
    ["stability-fast-upscaler", { image: photo }, 0.02],
  ])("of %s comes within the call, and costs what the reference says", async (name, raw, usd) => {
    const { status } = await stability.start(access, asked(name, raw));
    expect(outputsOf(status, generatorOf(name))[0]).toMatch(/^data:image\/png;base64,iVBOR/);
    expect(successOf(status).billedUsd).toBeCloseTo(usd, 6);
  });

  it("is made from the prompt alone without a strength, and from an image with one", async () => {
    await stability.start(access, image());
    expect(lastRequest()).toEqual({ prompt: "a fox", aspect_ratio: "1:1", output_format: "png" });
    await stability.start(access, asked("stability-stable-image-ultra", { prompt: "a fox", image: photo, seed: 4_294_967_294 }));
    expect(lastRequest()).toMatchObject({ image: "image/png, 6 bytes", strength: "0.7", seed: "4294967294" });
  });

  it("of Stable Diffusion names its mode, and has a ratio only without an image", async () => {
    await stability.start(access, asked("stability-stable-diffusion-3-5", { prompt: "a fox", aspect_ratio: "16:9" }));
    expect(lastRequest()).toMatchObject({ mode: "text-to-image", aspect_ratio: "16:9" });
    await stability.start(access, asked("stability-stable-diffusion-3-5", { prompt: "a fox", image: photo, strength: 0.4 }));
    expect(lastRequest()).toMatchObject({ mode: "image-to-image", strength: "0.4" });
    expect(lastRequest()).not.toHaveProperty("aspect_ratio");
  });

  it("that the filter has blurred is a refusal, and is paid for", async () => {
    bench.simulator.faults.add({ kind: "answer", on: "submit", name: "content-filtered" });
    const { status } = await stability.start(access, image());
    expect(status).toMatchObject({ state: "failed", reason: "provider.content_refused", billedUsd: 0.08 });
  });
});

describe("sound", () => {
  it("is a job whose result is the sound itself", async () => {
    const { externalJobId, status } = await stability.start(access, music());
    expect(status).toBeUndefined();
    expect(lastRequest()).toEqual({ model: "stable-audio-3", prompt: "a waltz", duration: "12", steps: "8", cfg_scale: "1", output_format: "mp3" });
    const ended = await stability.status(access, { externalJobId, endpoint: music().endpoint });
    expect(outputsOf(ended, { output: "audio.url" })[0]).toMatch(/^data:audio\/wav;base64,/);
    expect(successOf(ended).billedUsd).toBeCloseTo(0.26, 6);
  });

  it("that is not known may not be known yet", async () => {
    expect(await reasonOf(stability.status(access, { externalJobId: "../v1/user", endpoint: music().endpoint }))).toBe("provider.bad_input");
  });
});
