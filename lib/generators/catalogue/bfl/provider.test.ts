import { beforeAll, describe, expect, it, vi } from "vitest";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import type { ProviderFile } from "@/lib/generators/contract/provider";
import { access, fileOf, generatorOf, openBench, outputsOf, reasonOf, submissionOf, successOf } from "@/lib/generators/testing/driver-bench";
import { handleOf } from "./handle";
import { bfl } from "./provider";

const [fox, hat] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"];
const place = "api.eu2.bfl.ai/v1/get_result";
const bench = openBench();
const { lastJob } = bench;
let files: Map<string, ProviderFile>;
beforeAll(async () => {
  files = new Map([
    [fox, await fileOf("fox.png", "image/png", "a fox")],
    [hat, await fileOf("hat.png", "image/png", "a hat")],
  ]);
});

/** What Boards would send for these inputs, by the model's own declaration. */
const asked = (name: string, raw: Record<string, unknown>) => submissionOf(generatorOf(name), raw, { files });
const picture = () => asked("bfl-flux-2-pro", { prompt: "a fox" });
const start = (submission = picture()) => bfl.start(access, submission);
const statusOf = (externalJobId: string) => bfl.status(access, { externalJobId, endpoint: "flux-2-pro" });
const base64 = (words: string) => Buffer.from(words).toString("base64");

describe("a job", () => {
  it.each([
    ["bfl-flux-2-pro", { prompt: "a fox" }, 0.045],
    ["bfl-flux-2-pro-edit", { prompt: "a fox", image_sources: [fox] }, 0.045],
    ["bfl-flux-2-max", { prompt: "a fox" }, 0.045],
    ["bfl-flux-2-flex", { prompt: "a fox" }, 0.045],
    ["bfl-flux-kontext-pro", { prompt: "a fox", image_url: fox }, 0.04],
    ["bfl-flux-kontext-max", { prompt: "a fox", image_url: fox }, 0.04],
    ["bfl-flux-pro-1-1-ultra", { prompt: "a fox" }, 0.04],
    ["bfl-flux-fill-pro", { prompt: "a fox", image: fox }, 0.04],
    ["bfl-flux-3-image", { prompt: "a fox", images: [fox] }, 0.04],
    ["bfl-flux-3-video", { prompt: "a fox" }, 0.04],
  ])("of %s is done, and its bill is what was settled, else what was announced", async (name, raw, billedUsd) => {
    const { externalJobId } = await start(asked(name, raw));
    const status = successOf(await statusOf(externalJobId));
    const [url = ""] = outputsOf(status, { output: "sample" });
    expect((await fetch(url)).headers.get("content-type")).toBe(name.endsWith("video") ? "video/mp4" : "image/png");
    expect(status.billedUsd).toBeCloseTo(billedUsd, 8);
  });

  it.each([
    [{}, { mode: "t2v" }],
    [{ first_frame: fox }, { mode: "i2v", keyframes: [base64("a fox")] }],
    [
      { first_frame: fox, last_frame: hat, duration: 8 },
      { mode: "i2v", keyframes: [base64("a fox"), base64("a hat")], duration: 8 },
    ],
    [
      { video: hat, duration: 15 },
      { mode: "v2v", start_video: base64("a hat"), duration: 15 },
    ],
  ])("of FLUX.3 Video with %j is one of %j", async (inputs, sent) => {
    await start(asked("bfl-flux-3-video", { prompt: "a fox", ...inputs }));
    const usual = { prompt: "a fox", aspect_ratio: "auto", duration: "auto", resolution: "hd", generate_audio: true, safety_tolerance: 2 };
    expect(lastJob().request).toEqual({ ...usual, ...sent });
  });

  it("is asked for where the answer says, in another process too", async () => {
    const { externalJobId } = await start();
    expect(externalJobId).toBe(`${lastJob().id}@${place}#credits=4.5`);
    const asks = vi.spyOn(globalThis, "fetch");
    await statusOf(externalJobId);
    expect(asks.mock.calls.map(([url]) => String(url))).toEqual([`${bench.simulator.url}/${place}?id=${lastJob().id}`]);
    asks.mockRestore();
  });

  it("is found by its id alone, and known not to exist", async () => {
    await start();
    expect(await statusOf(lastJob().id)).toMatchObject({ state: "succeeded" });
    expect(await reasonOf(statusOf(crypto.randomUUID()))).toBe("provider.bad_input");
  });

  it("stays open where BFL does not know it yet", async () => {
    expect(await statusOf(`${crypto.randomUUID()}@${place}#credits=4.5`)).toEqual({ state: "queued" });
  });

  it("cannot be stopped", async () => {
    const { externalJobId } = await start();
    expect(await bfl.cancel(access, { externalJobId, endpoint: "flux-2-pro" })).toBe(false);
  });
});

describe("what is kept of a job", () => {
  const id = "6b1c";

  it.each([
    [{ id, polling_url: "https://api.us1.bfl.ai/v1/get_result?id=6b1c", cost: 6 }, "6b1c@api.us1.bfl.ai/v1/get_result#credits=6"],
    [{ id, polling_url: "https://api.us1.bfl.ai/v1/get_result?id=6b1c" }, "6b1c@api.us1.bfl.ai/v1/get_result"],
    [{ id, polling_url: "https://api.us1.bfl.ai/v1/get_result?id=6b1c", cost: null }, "6b1c@api.us1.bfl.ai/v1/get_result"],
    [{ id, cost: 6 }, "6b1c#credits=6"],
    [{ id, polling_url: "https://bfl.ai.example.com/v1/get_result?id=6b1c", cost: 6 }, "6b1c"],
    [{ id, polling_url: "http://api.bfl.ai/v1/get_result?id=6b1c", cost: 6 }, "6b1c#credits=6"],
    [{ id, polling_url: `https://api.bfl.ai/${"x".repeat(300)}?id=6b1c`, cost: 6 }, "6b1c"],
  ])("of %j is %s", (accepted, handle) => expect(handleOf(accepted)).toBe(handle));

  it.each([
    "6b1c@evil.example/v1/get_result",
    "6b1c@evil.example/.bfl.ai/x",
    "https://evil.example/?id=6b1c",
    "6b1c@evil-bfl.ai/v1/get_result",
    "6b1c&x=1",
    "",
  ])("never sends the key elsewhere: %s", async (handle) => {
    const asks = vi.spyOn(globalThis, "fetch");
    expect(await reasonOf(statusOf(handle))).toBe("provider.bad_input");
    expect(asks).not.toHaveBeenCalled();
    asks.mockRestore();
  });
});

describe("what is sent", () => {
  it("gives the size in pixels, multiples of 16, or leaves it to the model", async () => {
    await start();
    expect(lastJob().request).toEqual({ prompt: "a fox", width: 1024, height: 768, output_format: "jpeg", safety_tolerance: 2 });
    await start(asked("bfl-flux-2-pro", { prompt: "a fox", image_size: { width: 1000, height: 2048 }, seed: 7 }));
    expect(lastJob().request).toMatchObject({ width: 1008, height: 2048, seed: 7 });
    await start(asked("bfl-flux-2-flex", { prompt: "a fox" }));
    expect(lastJob().request).toEqual({
      prompt: "a fox",
      steps: 50,
      guidance: 5,
      prompt_upsampling: true,
      output_format: "jpeg",
      safety_tolerance: 2,
    });
  });

  it("carries the images in it, numbered", async () => {
    await start(asked("bfl-flux-2-pro-edit", { prompt: "wear it", image_sources: [fox, hat] }));
    expect(lastJob().request).toMatchObject({ input_image: base64("a fox"), input_image_2: base64("a hat") });
    expect(lastJob().request).not.toHaveProperty("image_sources");
    await start(asked("bfl-flux-kontext-pro", { prompt: "snow", image_url: fox, aspect_ratio: "16:9", safety_tolerance: "3", enhance_prompt: true }));
    expect(lastJob().request).toEqual({
      prompt: "snow",
      input_image: base64("a fox"),
      aspect_ratio: "16:9",
      output_format: "jpeg",
      safety_tolerance: 3,
      prompt_upsampling: true,
    });
    await start(asked("bfl-flux-fill-pro", { prompt: "a hat", image: fox, mask: hat }));
    expect(lastJob().request).toMatchObject({ image: base64("a fox"), mask: base64("a hat"), guidance: 60 });
  });

  it("is estimated by megapixels begun and images sent", () => {
    const cost = (name: string, raw: Record<string, unknown>) => {
      const parsed = parseInputs(generatorOf(name), raw);
      return parsed.ok ? parsed.costUsd : Number.NaN;
    };
    expect(cost("bfl-flux-2-pro", { prompt: "a fox" })).toBeCloseTo(0.03, 8);
    expect(cost("bfl-flux-2-pro", { prompt: "a fox", image_size: { width: 2048, height: 2048 } })).toBeCloseTo(0.075, 8);
    expect(cost("bfl-flux-2-max", { prompt: "a fox", image_sources: [fox, hat] })).toBeCloseTo(0.13, 8);
  });
});

describe("what goes wrong", () => {
  it("tells a model that it does not know, and a wrong key where it asks for a job", async () => {
    expect(await reasonOf(start({ ...picture(), endpoint: "flux-9" }))).toBe("provider.model_gone");
    expect(await reasonOf(bfl.status({ ...access, apiKey: "wrong" }, { externalJobId: `x@${place}`, endpoint: "" }))).toBe("provider.not_configured");
  });

  it("finds a job by its id alone though one place is away", async () => {
    await start();
    bench.simulator.faults.add({ kind: "error-500", on: "status", host: "api.bfl.ai" });
    expect(await statusOf(lastJob().id)).toMatchObject({ state: "succeeded" });
    bench.simulator.faults.add({ kind: "error-500", on: "status", host: "api.us1.bfl.ai" });
    expect(await reasonOf(statusOf(crypto.randomUUID()))).toBe("provider.unavailable");
  });
});

it("tells how far a job is", async () => {
  const { externalJobId } = await start();
  Object.assign(lastJob(), { startsAt: Date.now() - 5000, endsAt: Date.now() + 5000 });
  expect(await statusOf(externalJobId)).toMatchObject({ state: "running", progress: expect.closeTo(0.5, 1) });
  Object.assign(lastJob(), { startsAt: Date.now() + 5000 });
  expect(await statusOf(externalJobId)).toEqual({ state: "running" });
});
