import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BoardsError } from "@/lib/errors";
import { simulatedWebhookSecret } from "@/lib/providers/provider-access";
import { falSimulator, signedByFal, simulatedUnitUsd } from "@/lib/testing/simulators/fal";
import { kieSimulator } from "@/lib/testing/simulators/kie";
import { replicateSimulator } from "@/lib/testing/simulators/replicate";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import type { ArtifactType } from "./define-generator";
import type { JobStatus, Provider, ProviderAccess, ProviderFile, Submission } from "./provider";
import { findProvider } from "./providers";
import { readPath } from "./read-path";

let simulator: Simulator;
let file: ProviderFile;

beforeAll(async () => {
  simulator = await startSimulator();
  process.env.BOARDS_SIMULATOR_URL = simulator.url;
  process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/nothing";
  process.env.BOARDS_STORAGE_SIGNING_KEY ??= "test-signing-key-test-signing-key";
  process.env.BOARDS_LOCAL = "1";
  const path = join(await mkdtemp(join(tmpdir(), "boards-driver-")), "sound.wav");
  await writeFile(path, "RIFF");
  file = { path, mimeType: "audio/wav", filename: "sound.wav", durationSeconds: 1 };
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

const access: ProviderAccess = { apiKey: "simulated-key", baseUrl: "", webhookSecret: simulatedWebhookSecret };

const queued = [
  { name: "fal", endpoint: "fal-ai/flux-2-pro", artifactType: "image", output: "images[].url" },
  { name: "fal", endpoint: "fal-ai/veo3.1", artifactType: "video", output: "video.url" },
  { name: "kie", endpoint: "market:google/nano-banana-edit", artifactType: "image", output: "resultJson.resultUrls[]" },
  { name: "kie", endpoint: "veo", artifactType: "video", output: "response.resultUrls[]" },
  { name: "kie", endpoint: "suno:", artifactType: "audio", output: "response.sunoData[].audioUrl" },
  { name: "replicate", endpoint: "black-forest-labs/flux-1.1-pro", artifactType: "image", output: "output[] | output" },
  { name: "replicate", endpoint: "cjwbw/wav2lip:latest", artifactType: "video", output: "output[] | output" },
] as const;

const providerOf = (name: string): Provider => {
  const provider = findProvider(name);
  if (!provider) throw new Error(`no provider ${name}`);
  return provider;
};

const submission = (endpoint: string, artifactType: ArtifactType, request: Submission["request"] = { prompt: "a fox" }): Submission => ({
  jobId: crypto.randomUUID(),
  endpoint,
  artifactType,
  request,
  files: new Map(),
  webhookUrl: null,
});

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing",
    (error) => (error instanceof BoardsError ? error.reason : String(error)),
  );

describe.each(queued)("$name $endpoint", ({ name, endpoint, artifactType, output }) => {
  const provider = providerOf(name);

  it("starts a job, and finds its result", async () => {
    const { externalJobId } = await provider.start(access, submission(endpoint, artifactType));
    const status = await provider.status(access, { externalJobId, endpoint });
    expect(status.state).toBe("succeeded");
    const [url] = readPath((status as Extract<JobStatus, { state: "succeeded" }>).result, output);
    expect((await fetch(url ?? "")).headers.get("content-type")).toContain(artifactType);
  });

  it.each([
    ["rate-limit", "provider.rate_limited", 0],
    ["error-503", "provider.unavailable", 0],
    ["error-500", "provider.outcome_unknown", 0],
    ["drop-before", "provider.outcome_unknown", 0],
    ["drop-after", "provider.outcome_unknown", 1],
    ["malformed", "provider.outcome_unknown", 1],
    ["bad-input", "provider.bad_input", 0],
  ] as const)("tells %s at the start as %s, and calls once", async (kind, reason, accepted) => {
    const before = simulator.book.jobs.size;
    simulator.faults.add({ kind, on: "submit" });
    const known = await provider
      .start(access, submission(endpoint, artifactType))
      .catch((error) => (error instanceof BoardsError ? error.reason : "provider.outcome_unknown"));
    expect(known).toBe(reason);
    expect(simulator.book.jobs.size - before).toBe(accepted);
  });

  it("tells a wrong key", async () => {
    expect(await reasonOf(provider.start({ ...access, apiKey: "wrong" }, submission(endpoint, artifactType)))).toBe("provider.not_configured");
  });

  it("tells a job that failed from one that was refused for its content", async () => {
    for (const [kind, reason] of [
      ["fail", "provider.failed"],
      ["refuse", "provider.content_refused"],
    ] as const) {
      simulator.faults.add({ kind, on: "submit" });
      const started = await provider.start(access, submission(endpoint, artifactType)).catch((error: BoardsError) => error.reason);
      const said = typeof started === "string" ? started : await provider.status(access, { externalJobId: started.externalJobId, endpoint });
      if (typeof said === "string") expect(said).toBe(reason);
      else if (kind === "fail" && name === "fal") expect(said).toMatchObject({ state: "failed", reason: "provider.bad_input" });
      else expect(said).toMatchObject({ state: "failed", reason });
    }
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["drop-before", "provider.unavailable"],
    ["unknown-status", "provider.unavailable"],
  ] as const)("leaves a job alone whose status answers %s", async (kind, reason) => {
    const { externalJobId } = await provider.start(access, submission(endpoint, artifactType));
    // Clients that repeat reading are welcome to.
    simulator.faults.add({ kind, on: "status", times: 20 });
    expect(await reasonOf(provider.status(access, { externalJobId, endpoint }))).toBe(reason);
    simulator.faults.clear();
    expect((await provider.status(access, { externalJobId, endpoint })).state).toBe("succeeded");
  });
});

describe("jobs that take their time", () => {
  let slow: Simulator;
  beforeAll(async () => {
    slow = await startSimulator({ speed: 0.2 });
    process.env.BOARDS_SIMULATOR_URL = slow.url;
    (await import("@/lib/env")).forgetEnv();
  });
  afterAll(async () => {
    await slow.stop();
    process.env.BOARDS_SIMULATOR_URL = simulator.url;
    (await import("@/lib/env")).forgetEnv();
  });

  it.each(queued.filter(({ name }) => name !== "kie"))(
    "$name $endpoint is cancelled, and knows when it is too late",
    async ({ name, endpoint, artifactType }) => {
      const provider = providerOf(name);
      const { externalJobId } = await provider.start(access, submission(endpoint, artifactType));
      const { state } = await provider.status(access, { externalJobId, endpoint });
      expect(["queued", "running"]).toContain(state);
      expect(await provider.cancel(access, { externalJobId, endpoint })).toBe(true);
      expect(slow.book.jobs.get(externalJobId)?.cancelledAt).not.toBeNull();
      const done = await provider.start(access, submission(endpoint, artifactType));
      Object.assign(slow.book.jobs.get(done.externalJobId) ?? {}, { startsAt: 0, endsAt: 0 });
      expect(await provider.cancel(access, { externalJobId: done.externalJobId, endpoint })).toBe(false);
    },
  );

  it("kie cannot be cancelled, and says so", async () => {
    expect(await providerOf("kie").cancel(access, { externalJobId: "x", endpoint: "veo" })).toBe(false);
  });

  it("fal tells the place in the line and what its log says", async () => {
    const provider = providerOf("fal");
    const handle = async () => ({ ...(await provider.start(access, submission("fal-ai/flux-2-pro", "image"))), endpoint: "fal-ai/flux-2-pro" });
    const [, second] = [await handle(), await handle()];
    expect(await provider.status(access, second)).toMatchObject({ state: "queued", position: expect.any(Number) });
    await expect.poll(async () => (await provider.status(access, second)).state, { timeout: 2000 }).toBe("running");
    expect(await provider.status(access, second)).toMatchObject({ state: "running", progress: expect.any(Number) });
  });
});

describe("webhooks", () => {
  const job = { id: crypto.randomUUID(), webhookUrl: "x" } as never;
  const desk = { book: { state: () => "succeeded" }, result: () => ({}), resultUrls: () => ["https://files.example/1"] } as never;

  it.each([
    ["fal", falSimulator],
    ["kie", kieSimulator],
  ] as const)("of %s are believed by their signature alone", async (name, simulated) => {
    const provider = providerOf(name);
    const { headers, body } = (await simulated.webhook?.(job, desk)) ?? { headers: {}, body: "" };
    const verify = (changed: Record<string, string>, text = body) =>
      provider.verifyWebhook?.(access, { headers: new Headers({ ...headers, ...changed }), body: text });
    expect(await verify({})).toEqual({ externalJobId: (job as { id: string }).id });
    const signature = name === "fal" ? "x-fal-webhook-signature" : "x-webhook-signature";
    const timestamp = name === "fal" ? "x-fal-webhook-timestamp" : "x-webhook-timestamp";
    expect(await reasonOf(verify({ [signature]: "00" }) ?? Promise.resolve())).toBe("provider.webhook_refused");
    expect(await reasonOf(verify({ [timestamp]: "1000" }) ?? Promise.resolve())).toBe("provider.webhook_refused");
    expect(await reasonOf(verify({}, body.replaceAll((job as { id: string }).id, crypto.randomUUID())) ?? Promise.resolve())).toBe(
      "provider.webhook_refused",
    );
    expect(await reasonOf(provider.verifyWebhook?.(access, { headers: new Headers(), body }) ?? Promise.resolve())).toBe("provider.webhook_refused");
  });

  it("of replicate are believed by their signature alone", async () => {
    const provider = providerOf("replicate");
    const { externalJobId } = await provider.start(access, submission("black-forest-labs/flux-1.1-pro", "image"));
    const made = simulator.book.jobs.get(externalJobId);
    if (!made) throw new Error("no job");
    const { headers, body } = (await replicateSimulator.webhook?.(made, { book: simulator.book, resultUrls: () => [] } as never)) ?? {
      headers: {},
      body: "",
    };
    const verify = (changed: Record<string, string>, text = body) =>
      provider.verifyWebhook?.(access, { headers: new Headers({ ...headers, ...changed }), body: text });
    expect(await verify({})).toEqual({ externalJobId });
    expect(await reasonOf(verify({ "webhook-signature": "v1,AAAA" }) ?? Promise.resolve())).toBe("provider.webhook_refused");
    expect(await reasonOf(verify({}, `${body} `) ?? Promise.resolve())).toBe("provider.webhook_refused");
    expect(await reasonOf(verify({ "webhook-timestamp": "1000" }) ?? Promise.resolve())).toBe("provider.webhook_refused");
  });

  it("of fal expire", async () => {
    const body = "{}";
    const headers = new Headers(signedByFal("r", body, Math.floor(Date.now() / 1000) - 3600));
    expect(await reasonOf(providerOf("fal").verifyWebhook?.(access, { headers, body }) ?? Promise.resolve())).toBe("provider.webhook_refused");
  });
});

it.each(["fal", "kie", "replicate"])("%s takes a file and gives its address", async (name) => {
  const { url, expiresInSeconds } = (await providerOf(name).upload?.(access, file)) ?? { url: "", expiresInSeconds: 0 };
  expect(expiresInSeconds).toBeGreaterThan(3600);
  expect((await fetch(url)).status).toBe(200);
});

describe("a start whose answer was lost", () => {
  const lose = async (name: string, endpoint: string, isOurs = async (_id: string) => false) => {
    const lost = {
      ...submission(endpoint, "image", { prompt: `lost ${crypto.randomUUID()}` }),
      webhookUrl: `https://boards.example/api/webhooks/${name}/${crypto.randomUUID()}`,
      startedAt: new Date(),
      isOurs,
    };
    const find = () => providerOf(name).find?.(access, lost) ?? Promise.reject(new Error("no find"));
    const before = await find().catch((error: BoardsError) => error.reason);
    simulator.faults.add({ kind: "drop-after", on: "submit" });
    await providerOf(name)
      .start(access, lost)
      .catch(() => undefined);
    return { before, found: await find().catch((error: BoardsError) => error.reason), job: [...simulator.book.jobs.keys()].at(-1) };
  };

  it("is found at replicate by the address that it calls, and known not to exist before", async () => {
    const { before, found, job } = await lose("replicate", "black-forest-labs/flux-1.1-pro");
    expect(before).toBeNull();
    expect(found).toBe(job);
  });

  it("is found at fal by its inputs, whose list proves nothing before", async () => {
    const { before, found, job } = await lose("fal", "fal-ai/flux-2-pro");
    expect(before).toBe("provider.outcome_unknown");
    expect(found).toBe(job);
  });

  it("is not mistaken at fal for another job of ours with the same inputs", async () => {
    expect((await lose("fal", "fal-ai/flux-2-pro", async () => true)).found).toBe("provider.outcome_unknown");
  });
});

describe("what fal charged", () => {
  const provider = providerOf("fal");
  const charged = async (endpoint: string, request: Submission["request"]) => {
    const { externalJobId } = await provider.start(access, submission(endpoint, "image", request));
    return provider.status(access, { externalJobId, endpoint });
  };

  it("is its units at its price list's price", async () => {
    expect(await charged("fal-ai/flux-2", { prompt: "a fox", num_images: 3 })).toMatchObject({ billedUsd: 3 * simulatedUnitUsd });
  });

  it("is left open when the price list is away, which does not hold up the result", async () => {
    simulator.faults.add({ kind: "error-500", on: "status", host: "api.fal.ai" });
    const status = await charged("fal-ai/flux-pro/kontext", { prompt: "a fox" });
    expect(status).toMatchObject({ state: "succeeded" });
    expect(status).not.toHaveProperty("billedUsd");
  });
});

describe("openai", () => {
  const provider = providerOf("openai");
  const outputsOf = async (endpoint: string, artifactType: ArtifactType, request: Submission["request"], output: string) => {
    const { status } = await provider.start(access, { ...submission(endpoint, artifactType, request), files: new Map([["one", file]]) });
    if (status?.state !== "succeeded") throw new Error(JSON.stringify(status));
    return readPath(status.result, output);
  };

  it("makes, edits, speaks, listens and writes", async () => {
    expect(await outputsOf("images.generate", "image", { prompt: "a fox", model: "gpt-image-1.5", n: 2 }, "data[].url")).toHaveLength(2);
    expect((await outputsOf("images.edit", "image", { prompt: "a hat", model: "gpt-image-1.5", image: ["one"] }, "data[].url"))[0]).toMatch(
      /^data:image\/png;base64,/,
    );
    expect((await outputsOf("audio.speech", "audio", { input: "hello", model: "gpt-4o-mini-tts", voice: "coral" }, "audio.url"))[0]).toMatch(
      /^data:audio\/wav/,
    );
    expect(await outputsOf("audio.transcriptions", "text", { file: "one", model: "whisper-1" }, "text")).toEqual([
      "This is what a simulated ear has heard.",
    ]);
    expect((await outputsOf("chat.completions", "text", { model: "gpt-5-mini", messages: [{ role: "user", content: "hi" }] }, "text"))[0]).toContain(
      "hi",
    );
  });

  it.each([
    ["rate-limit", "provider.rate_limited"],
    ["error-500", "provider.outcome_unknown"],
    ["drop-after", "provider.outcome_unknown"],
    ["refuse", "provider.content_refused"],
    ["bad-input", "provider.bad_input"],
  ] as const)("tells %s as %s, and calls once", async (kind, reason) => {
    simulator.faults.add({ kind, on: "submit", times: 1 });
    expect(await reasonOf(provider.start(access, submission("images.generate", "image", { prompt: "x", model: "gpt-image-1.5" })))).toBe(reason);
  });
});
