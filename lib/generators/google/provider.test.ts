import { mkdtemp, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";
import { access, film, inputsOf, jobs, outputsOf, reasonOf, start, startGoogle, statusOf, submissionOf, within } from "./driver-fixture";
import { google } from "./provider";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startGoogle();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

describe("what works within the call", () => {
  it("cannot be asked for later", async () => {
    const { externalJobId } = await start("google-nano-banana-2-1");
    expect(await reasonOf(statusOf("google-nano-banana-2-1", { externalJobId }))).toBe("provider.outcome_unknown");
    expect(await google.cancel(access, { externalJobId, endpoint: "gemini-3-pro-image:generateContent" })).toBe(false);
  });

  it.each(within)("%s tells content that was refused from an answer that failed", async (name) => {
    simulator.faults.add({ kind: "refuse", on: "submit" });
    expect((await start(name, inputsOf(name))).status).toMatchObject({ state: "failed", reason: "provider.content_refused" });
    simulator.faults.add({ kind: "fail", on: "submit" });
    expect((await start(name, inputsOf(name))).status).toMatchObject({ state: "failed", reason: "provider.failed" });
  });

  it("takes an answer without a picture for one without a result", async () => {
    simulator.faults.add({ kind: "no-output", on: "submit" });
    expect(outputsOf("google-nano-banana-2-1", (await start("google-nano-banana-2-1")).status)).toEqual([]);
  });

  it("sends nothing when the files are too large together", async () => {
    const before = simulator.book.jobs.size;
    const path = join(await mkdtemp(join(tmpdir(), "boards-google-")), "large.mp4");
    await writeFile(path, "");
    await truncate(path, 70_000_001);
    const large = new Map([[film, { path, mimeType: "video/mp4", filename: "large.mp4", durationSeconds: 60 }]]);
    const submission = submissionOf("google-gemini-3-8-flash", { prompt: "What?", video: film }, large);
    expect(await reasonOf(google.start(access, submission))).toBe("provider.bad_input");
    expect(simulator.book.jobs.size).toBe(before);
  });
});

describe.each([...within, ...jobs])("%s", (name) => {
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
    let calls = 0;
    simulator.onMoment = () => calls++;
    simulator.faults.add({ kind, on: "submit" });
    expect(await reasonOf(start(name, inputsOf(name)))).toBe(reason);
    simulator.onMoment = undefined;
    expect(calls).toBe(1);
    expect(simulator.book.jobs.size - before).toBe(accepted);
  });

  it("waits as long as Google asks for", async () => {
    simulator.faults.add({ kind: "rate-limit", on: "submit", retryAfterSeconds: 37 });
    await expect(start(name, inputsOf(name))).rejects.toMatchObject({ retryAfterSeconds: 37 });
  });

  it("tells a wrong key from wrong inputs, and accepts nothing", async () => {
    const before = simulator.book.jobs.size;
    expect(await reasonOf(start(name, inputsOf(name), { ...access, apiKey: "wrong" }))).toBe("provider.not_configured");
    expect(simulator.book.jobs.size).toBe(before);
  });

  it("tells an account that Google does not serve", async () => {
    expect(await reasonOf(start(name, inputsOf(name), { ...access, apiKey: "unserved" }))).toBe("provider.not_configured");
  });
});

describe.each(jobs)("the job of %s", (name) => {
  it("is started, and its result is found", async () => {
    const started = await start(name);
    expect(started.status).toBeUndefined();
    const [url = ""] = outputsOf(name, await statusOf(name, started));
    const headers = google.resultHeaders?.(access, url) ?? {};
    expect((await fetch(url, { headers })).headers.get("content-type")).toContain("video");
  });

  it.each([
    ["fail", "provider.failed"],
    ["refuse", "provider.content_refused"],
  ] as const)("that ends with %s has %s for its reason", async (kind, reason) => {
    simulator.faults.add({ kind, on: "submit" });
    expect(await statusOf(name, await start(name))).toMatchObject({ state: "failed", reason });
  });

  it("that made nothing has no result", async () => {
    simulator.faults.add({ kind: "no-output", on: "submit" });
    expect(outputsOf(name, await statusOf(name, await start(name)))).toEqual([]);
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["drop-before", "provider.unavailable"],
    ["unknown-status", "provider.unavailable"],
  ] as const)("is left alone when its status answers %s", async (kind, reason) => {
    const started = await start(name);
    simulator.faults.add({ kind, on: "status", times: 20 });
    expect(await reasonOf(statusOf(name, started))).toBe(reason);
    simulator.faults.clear();
    expect((await statusOf(name, started)).state).toBe("succeeded");
  });

  it("that Google does not know any more is told so", async () => {
    expect(await reasonOf(statusOf(name, { externalJobId: `models/x/operations/${film}` }))).toBe("provider.bad_input");
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

  it.each(jobs)("%s is running meanwhile", async (name) => {
    expect((await statusOf(name, await start(name))).state).toBe("running");
  });

  it("Omni is cancelled, and knows when it is too late", async () => {
    const endpoint = "gemini-omni-1.1-flash:createInteraction";
    const { externalJobId } = await start("google-gemini-omni-1-1-flash");
    expect(await google.cancel(access, { externalJobId, endpoint })).toBe(true);
    expect(await google.status(access, { externalJobId, endpoint })).toEqual({ state: "cancelled" });
    const done = await start("google-gemini-omni-1-1-flash");
    Object.assign(slow.book.jobs.get(done.externalJobId) ?? {}, { startsAt: 0, endsAt: 0 });
    expect(await google.cancel(access, { ...done, endpoint })).toBe(false);
    slow.faults.add({ kind: "error-503", on: "status" });
    expect((await google.status(access, { ...done, endpoint }).catch((error) => error)).reason).toBe("provider.unavailable");
  });

  it("Veo cannot be cancelled, and says so", async () => {
    const { externalJobId } = await start("google-veo-3-1");
    expect(await google.cancel(access, { externalJobId, endpoint: "veo-3.1-generate-preview:predictLongRunning" })).toBe(false);
  });
});
