import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardsError } from "@/lib/errors";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import { buildRequest } from "../build-request";
import type { DeclarativeGenerator } from "../define-generator";
import { parseInputs } from "../parse-inputs";
import type { ProviderFile, Submission } from "../provider";
import { readPath } from "../read-path";
import { handleOf } from "./handle";
import * as models from "./models";
import { bfl } from "./provider";

const [fox, hat] = ["0192aaaa-0000-7000-8000-000000000001", "0192aaaa-0000-7000-8000-000000000002"];
const access = { apiKey: "simulated-key", baseUrl: "", webhookSecret: "" };
const place = "api.eu2.bfl.ai/v1/get_result";
let simulator: Simulator;
let files: Map<string, ProviderFile>;

beforeAll(async () => {
  simulator = await startSimulator();
  process.env.BOARDS_SIMULATOR_URL = simulator.url;
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.env.BOARDS_STORAGE_SIGNING_KEY ??= "test-signing-key-test-signing-key";
  process.env.BOARDS_LOCAL = "1";
  const folder = await mkdtemp(join(tmpdir(), "boards-bfl-"));
  const file = async (id: string, words: string) => {
    const path = join(folder, `${id}.png`);
    await writeFile(path, words);
    return [id, { path, mimeType: "image/png", filename: `${id}.png`, durationSeconds: null }] as const;
  };
  files = new Map([await file(fox, "a fox"), await file(hat, "a hat")]);
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

/** What Boards would send for these inputs, by the model's own declaration. */
function asked(name: string, raw: Record<string, unknown>): Submission {
  const generator = Object.values(models).find((each) => each.name === name) as DeclarativeGenerator | undefined;
  if (!generator) throw new Error(`no model ${name}`);
  const parsed = parseInputs(generator, raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = buildRequest(generator, parsed.inputs, (id) => id);
  return { jobId: crypto.randomUUID(), endpoint: String(generator.endpoint), artifactType: "image", request, files, webhookUrl: null };
}

const picture = () => asked("bfl-flux-2-pro", { prompt: "a fox" });
const start = (submission = picture(), apiKey = access.apiKey) => bfl.start({ ...access, apiKey }, submission);
const statusOf = (externalJobId: string) => bfl.status(access, { externalJobId, endpoint: "flux-2-pro" });
const lastJob = () => [...simulator.book.jobs.values()].at(-1);
const base64 = (words: string) => Buffer.from(words).toString("base64");

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    (error) => (error instanceof BoardsError ? error.reason : String(error)),
  );

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
  ])("of %s is done, and its bill is what was settled, else what was announced", async (name, raw, billedUsd) => {
    const { externalJobId } = await start(asked(name, raw));
    const status = await statusOf(externalJobId);
    if (status.state !== "succeeded") throw new Error(JSON.stringify(status));
    const [url = ""] = readPath(status.result, "sample");
    expect((await fetch(url)).headers.get("content-type")).toBe("image/png");
    expect(status.billedUsd).toBeCloseTo(billedUsd, 8);
  });

  it("is asked for where the answer says, in another process too", async () => {
    const { externalJobId } = await start();
    expect(externalJobId).toBe(`${lastJob()?.id}@${place}#credits=4.5`);
    const asks = vi.spyOn(globalThis, "fetch");
    await statusOf(externalJobId);
    expect(asks.mock.calls.map(([url]) => String(url))).toEqual([`${simulator.url}/${place}?id=${lastJob()?.id}`]);
    asks.mockRestore();
  });

  it("is found by its id alone, and known not to exist", async () => {
    await start();
    expect(await statusOf(lastJob()?.id ?? "")).toMatchObject({ state: "succeeded" });
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
    expect(lastJob()?.request).toEqual({ prompt: "a fox", width: 1024, height: 768, output_format: "jpeg", safety_tolerance: 2 });
    await start(asked("bfl-flux-2-pro", { prompt: "a fox", image_size: { width: 1000, height: 2048 }, seed: 7 }));
    expect(lastJob()?.request).toMatchObject({ width: 1008, height: 2048, seed: 7 });
    await start(asked("bfl-flux-2-flex", { prompt: "a fox" }));
    expect(lastJob()?.request).toEqual({
      prompt: "a fox",
      steps: 50,
      guidance: 5,
      prompt_upsampling: true,
      output_format: "jpeg",
      safety_tolerance: 2,
    });
  });

  it("carries the pictures in it, numbered", async () => {
    await start(asked("bfl-flux-2-pro-edit", { prompt: "wear it", image_sources: [fox, hat] }));
    expect(lastJob()?.request).toMatchObject({ input_image: base64("a fox"), input_image_2: base64("a hat") });
    expect(lastJob()?.request).not.toHaveProperty("image_sources");
    await start(asked("bfl-flux-kontext-pro", { prompt: "snow", image_url: fox, aspect_ratio: "16:9", safety_tolerance: "3", enhance_prompt: true }));
    expect(lastJob()?.request).toEqual({
      prompt: "snow",
      input_image: base64("a fox"),
      aspect_ratio: "16:9",
      output_format: "jpeg",
      safety_tolerance: 3,
      prompt_upsampling: true,
    });
    await start(asked("bfl-flux-fill-pro", { prompt: "a hat", image: fox, mask: hat }));
    expect(lastJob()?.request).toMatchObject({ image: base64("a fox"), mask: base64("a hat"), guidance: 60 });
  });

  it("is estimated by megapixels begun and pictures sent", () => {
    const cost = (name: string, raw: Record<string, unknown>) => {
      const parsed = parseInputs(Object.values(models).find((each) => each.name === name) as DeclarativeGenerator, raw);
      return parsed.ok ? parsed.costUsd : Number.NaN;
    };
    expect(cost("bfl-flux-2-pro", { prompt: "a fox" })).toBeCloseTo(0.03, 8);
    expect(cost("bfl-flux-2-pro", { prompt: "a fox", image_size: { width: 2048, height: 2048 } })).toBeCloseTo(0.075, 8);
    expect(cost("bfl-flux-2-max", { prompt: "a fox", image_sources: [fox, hat] })).toBeCloseTo(0.13, 8);
  });
});

describe("what goes wrong", () => {
  it.each([
    ["rate-limit", "provider.rate_limited", 0],
    ["error-503", "provider.unavailable", 0],
    ["error-500", "provider.outcome_unknown", 0],
    ["drop-before", "provider.outcome_unknown", 0],
    ["drop-after", "provider.outcome_unknown", 1],
    ["malformed", "provider.outcome_unknown", 1],
    ["bad-input", "provider.bad_input", 0],
  ] as const)("at the start: %s is told as %s, and calls once", async (kind, reason, accepted) => {
    const before = simulator.book.jobs.size;
    simulator.faults.add({ kind, on: "submit" });
    expect(await reasonOf(start())).toBe(reason);
    expect(simulator.book.jobs.size - before).toBe(accepted);
  });

  it("tells a wrong key, an empty account and an unknown model", async () => {
    expect(await reasonOf(start(picture(), "wrong"))).toBe("provider.not_configured");
    expect(await reasonOf(start(picture(), ""))).toBe("provider.not_configured");
    expect(await reasonOf(start(picture(), "empty"))).toBe("provider.not_configured");
    expect(await reasonOf(start({ ...picture(), endpoint: "flux-9" }))).toBe("provider.bad_input");
    expect(await reasonOf(bfl.status({ ...access, apiKey: "wrong" }, { externalJobId: `x@${place}`, endpoint: "" }))).toBe("provider.not_configured");
  });

  it.each([
    ["fail", "provider.failed"],
    ["refuse", "provider.content_refused"],
  ] as const)("%s is told as %s", async (kind, reason) => {
    simulator.faults.add({ kind, on: "submit" });
    expect(await statusOf((await start()).externalJobId)).toMatchObject({ state: "failed", reason });
  });

  it("finds nothing in an answer without a picture", async () => {
    simulator.faults.add({ kind: "no-output", on: "submit" });
    const status = await statusOf((await start()).externalJobId);
    expect(status.state === "succeeded" && readPath(status.result, "sample")).toEqual([]);
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["drop-before", "provider.unavailable"],
    ["malformed", "provider.unavailable"],
    ["unknown-status", "provider.unavailable"],
  ] as const)("leaves a job alone whose status answers %s", async (kind, reason) => {
    const { externalJobId } = await start();
    simulator.faults.add({ kind, on: "status" });
    expect(await reasonOf(statusOf(externalJobId))).toBe(reason);
    expect((await statusOf(externalJobId)).state).toBe("succeeded");
  });

  it("finds a job by its id alone though one place is away", async () => {
    await start();
    simulator.faults.add({ kind: "error-500", on: "status", host: "api.bfl.ai" });
    expect(await statusOf(lastJob()?.id ?? "")).toMatchObject({ state: "succeeded" });
    simulator.faults.add({ kind: "error-500", on: "status", host: "api.us1.bfl.ai" });
    expect(await reasonOf(statusOf(crypto.randomUUID()))).toBe("provider.unavailable");
  });
});

it("tells how far a job is", async () => {
  const { externalJobId } = await start();
  Object.assign(lastJob() ?? {}, { startsAt: Date.now() - 5000, endsAt: Date.now() + 5000 });
  expect(await statusOf(externalJobId)).toMatchObject({ state: "running", progress: expect.closeTo(0.5, 1) });
  Object.assign(lastJob() ?? {}, { startsAt: Date.now() + 5000 });
  expect(await statusOf(externalJobId)).toEqual({ state: "running" });
});
