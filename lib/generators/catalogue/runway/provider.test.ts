import { describe, expect, it } from "vitest";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import type { DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import { access, fileOf, openBench, outputsOf, reasonOf, submissionOf, successOf } from "@/lib/generators/testing/driver-bench";
import { aleph2 } from "./aleph-2";
import { gen45TextToVideo } from "./gen-4-5-text-to-video";
import * as models from "./models";
import { runway } from "./provider";

const bench = openBench();
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
    const status = successOf(await runway.status(access, { externalJobId, endpoint: submission.endpoint }));
    expect(status.billedUsd).toBe(0.25);
    const [url = ""] = outputsOf(status, generator);
    expect((await fetch(url)).headers.get("content-type")).toContain(generator.artifactType);
  },
);

describe("a start", () => {
  it("tells people which input is wrong, and why", async () => {
    bench.simulator.faults.add({ kind: "bad-input", on: "submit" });
    await expect(runway.start(access, fox())).rejects.toThrow("promptText: This prompt is not accepted");
    const local = submissionOf(aleph2, { prompt: "x", video_source: picture }, { addressOf: () => "http://10.0.0.1/a.mp4" });
    await expect(runway.start(access, local)).rejects.toThrow("videoUri: Only HTTPS URLs are allowed.");
  });
});

describe("a task", () => {
  it("whose input cannot be used has failed as bad input", async () => {
    const { externalJobId } = await runway.start(
      access,
      submissionOf(aleph2, { prompt: "x", video_source: picture }, { addressOf: () => "runway://broken" }),
    );
    expect(await runway.status(access, handleOf(externalJobId))).toMatchObject({ state: "failed", reason: "provider.bad_input" });
  });

  it("without output has none", async () => {
    bench.simulator.faults.add({ kind: "no-output", on: "submit" });
    const status = await runway.status(access, await started());
    expect(status).toMatchObject({ state: "succeeded", result: { output: [] } });
  });

  it("that was deleted counts as canceled", async () => {
    const handle = await started();
    bench.simulator.book.jobs.delete(handle.externalJobId);
    expect(await runway.status(access, handle)).toEqual({ state: "cancelled" });
  });
});

describe("tasks that take their time", () => {
  const slow = openBench({ wait: true });

  it("wait in line, then tell how far they are", async () => {
    const [first, second] = [await started("one"), await started("two")];
    expect(await runway.status(access, first)).toEqual({ state: "queued" });
    expect(await runway.status(access, second)).toEqual({ state: "queued" });
    slow.begin(second.externalJobId);
    expect(await runway.status(access, second)).toMatchObject({ state: "running", progress: expect.any(Number) });
  });

  it("can be canceled until they end, and what has ended is not deleted", async () => {
    const handle = await started();
    expect(await runway.cancel(access, handle)).toBe(true);
    expect(slow.lastJob()).toMatchObject({ id: handle.externalJobId, cancelledAt: expect.any(Number) });
    expect(await runway.status(access, handle)).toEqual({ state: "cancelled" });
    expect(await runway.cancel(access, handle)).toBe(true);
    const done = await started();
    slow.end(done.externalJobId);
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
    const kept = await fetch(`${bench.simulator.url}/uploads/${key}`);
    expect(kept.headers.get("content-type")).toBe("audio/wav");
    expect(await kept.text()).toBe("RIFF, and then some");
  });

  it.each([
    ["error-500", "provider.unavailable"],
    ["rate-limit", "provider.rate_limited"],
    ["malformed", "provider.unavailable"],
  ] as const)("that meets %s ends as %s", async (kind, reason) => {
    bench.simulator.faults.add({ kind, on: "upload" });
    expect(await reasonOf(runway.upload?.(access, await fileOf("a.png", "image/png", "x")))).toBe(reason);
  });
});
