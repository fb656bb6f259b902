import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Simulator } from "@/lib/testing/simulators/simulator";
import { defaultSubmit } from "../default-submit";
import type { DeclarativeGenerator } from "../define-generator";
import type { ProviderAccess } from "../provider";
import { readPath } from "../read-path";
import { directProvidersTo, fileOf, reasonOf, simulateProviders, submissionOf } from "../testing/driver-bench";
import { aleph2 } from "./aleph-2";
import { gen45TextToVideo } from "./gen-4-5-text-to-video";
import * as models from "./models";
import { runway } from "./provider";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await simulateProviders();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

const access: ProviderAccess = { apiKey: "simulated-key", baseUrl: "", webhookSecret: "" };
const picture = "0192aaaa-0000-7000-8000-000000000001";
const addressOf = (id: string) => `runway://${id}`;
const fox = (prompt = "a fox") => submissionOf(gen45TextToVideo, { prompt });
const handleOf = (externalJobId: string) => ({ externalJobId, endpoint: "text_to_video" });
const started = async (prompt?: string) => handleOf((await runway.start(access, fox(prompt))).externalJobId);

it.each(Object.values(models).map((generator) => [generator.name, generator as unknown as DeclarativeGenerator] as const))(
  "%s makes what it says, and tells what it cost",
  async (_name, generator) => {
    const submission = submissionOf(generator, defaultSubmit(generator), { addressOf });
    const { externalJobId } = await runway.start(access, submission);
    const status = await runway.status(access, { externalJobId, endpoint: submission.endpoint });
    if (status.state !== "succeeded") throw new Error(JSON.stringify(status));
    expect(status.billedUsd).toBe(0.25);
    const [url = ""] = readPath(status.result, generator.output);
    expect((await fetch(url)).headers.get("content-type")).toContain(generator.artifactType);
  },
);

describe("a start", () => {
  it.each([
    ["rate-limit", "provider.rate_limited", 0],
    ["error-503", "provider.unavailable", 0],
    ["error-500", "provider.outcome_unknown", 0],
    ["drop-before", "provider.outcome_unknown", 0],
    ["drop-after", "provider.outcome_unknown", 1],
    ["malformed", "provider.outcome_unknown", 1],
    ["bad-input", "provider.bad_input", 0],
    ["latency", "nothing", 1],
  ] as const)("that meets %s ends as %s, and is one call", async (kind, reason, accepted) => {
    const before = simulator.book.jobs.size;
    simulator.faults.add({ kind, on: "submit", ms: 50 });
    expect(await reasonOf(runway.start(access, fox()))).toBe(reason);
    expect(simulator.book.jobs.size - before).toBe(accepted);
  });

  it("tells people which input is wrong, and why", async () => {
    simulator.faults.add({ kind: "bad-input", on: "submit" });
    await expect(runway.start(access, fox())).rejects.toThrow("promptText: This prompt is not accepted");
    const local = submissionOf(aleph2, { prompt: "x", video_source: picture }, { addressOf: () => "http://10.0.0.1/a.mp4" });
    await expect(runway.start(access, local)).rejects.toThrow("videoUri: Only HTTPS URLs are allowed.");
  });

  it.each([
    ["wrong", "does not accept the key"],
    ["no-credit", "has no credit left"],
  ])("with the key %s says that an admin is needed", async (apiKey, sentence) => {
    const before = simulator.book.jobs.size;
    await expect(runway.start({ ...access, apiKey }, fox())).rejects.toMatchObject({
      reason: "provider.not_configured",
      message: expect.stringContaining(sentence),
    });
    expect(simulator.book.jobs.size).toBe(before);
  });
});

describe("a task", () => {
  it.each([
    ["fail", "provider.failed", "INTERNAL.BAD_OUTPUT.CODE01"],
    ["refuse", "provider.content_refused", "SAFETY.INPUT.TEXT"],
  ] as const)("that ends with %s has failed as %s", async (kind, reason, code) => {
    simulator.faults.add({ kind, on: "submit" });
    expect(await runway.status(access, await started())).toMatchObject({ state: "failed", reason, raw: expect.stringContaining(code) });
  });

  it("whose input cannot be used has failed as bad input", async () => {
    const { externalJobId } = await runway.start(
      access,
      submissionOf(aleph2, { prompt: "x", video_source: picture }, { addressOf: () => "runway://broken" }),
    );
    expect(await runway.status(access, handleOf(externalJobId))).toMatchObject({ state: "failed", reason: "provider.bad_input" });
  });

  it("without output has none", async () => {
    simulator.faults.add({ kind: "no-output", on: "submit" });
    const status = await runway.status(access, await started());
    expect(status).toMatchObject({ state: "succeeded", result: { output: [] } });
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["error-503", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["drop-before", "provider.unavailable"],
    ["malformed", "provider.unavailable"],
    ["unknown-status", "provider.unavailable"],
  ] as const)("is left alone when its status answers %s", async (kind, reason) => {
    const handle = await started();
    simulator.faults.add({ kind, on: "status" });
    expect(await reasonOf(runway.status(access, handle))).toBe(reason);
    expect((await runway.status(access, handle)).state).toBe("succeeded");
  });

  it("that was deleted counts as cancelled", async () => {
    const handle = await started();
    simulator.book.jobs.delete(handle.externalJobId);
    expect(await runway.status(access, handle)).toEqual({ state: "cancelled" });
  });
});

describe("tasks that take their time", () => {
  let slow: Simulator;
  beforeAll(async () => {
    slow = await simulateProviders(0.3);
  });
  afterAll(async () => {
    await slow.stop();
    directProvidersTo(simulator.url);
  });

  it("wait in line, then tell how far they are", async () => {
    const [first, second] = [await started("one"), await started("two")];
    expect(await runway.status(access, first)).toEqual({ state: "queued" });
    expect(await runway.status(access, second)).toEqual({ state: "queued" });
    await expect.poll(() => runway.status(access, second)).toMatchObject({ state: "running", progress: expect.any(Number) });
  });

  it("can be cancelled until they end, and what has ended is not deleted", async () => {
    const handle = await started();
    expect(await runway.cancel(access, handle)).toBe(true);
    expect(slow.book.jobs.get(handle.externalJobId)?.cancelledAt).not.toBeNull();
    expect(await runway.status(access, handle)).toEqual({ state: "cancelled" });
    expect(await runway.cancel(access, handle)).toBe(true);
    const done = await started();
    Object.assign(slow.book.jobs.get(done.externalJobId) ?? {}, { startsAt: 0, endsAt: 0 });
    expect(await runway.cancel(access, done)).toBe(false);
    expect((await runway.status(access, done)).state).toBe("succeeded");
  });
});

describe("an upload", () => {
  it("gives an address that is good for a day, and every byte arrives", async () => {
    const file = await fileOf("sound.wav", "audio/wav", "RIFF, and then some");
    const { url, expiresInSeconds } = (await runway.upload?.(access, file)) ?? { url: "", expiresInSeconds: 0 };
    expect(expiresInSeconds).toBe(86_400);
    const [, key] = /^runway:\/\/(.+)$/.exec(url) ?? [];
    const kept = await fetch(`${simulator.url}/uploads/${key}`);
    expect(kept.headers.get("content-type")).toBe("audio/wav");
    expect(await kept.text()).toBe("RIFF, and then some");
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["malformed", "provider.unavailable"],
  ] as const)("that meets %s ends as %s", async (kind, reason) => {
    simulator.faults.add({ kind, on: "upload" });
    expect(await reasonOf(runway.upload?.(access, await fileOf("a.png", "image/png", "x")) ?? Promise.resolve())).toBe(reason);
  });
});
