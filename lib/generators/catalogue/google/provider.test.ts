import { truncate } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { access, fileOf, generatorOf, openBench, outputsOf, reasonOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { google } from "./provider";
import { film, omni, openGoogle } from "./testing/open-google";

const { bench, start, statusOf } = openGoogle();

it("sends nothing when the files are too large together", async () => {
  const before = bench.accepted().length;
  const large = await fileOf("large.mp4", "video/mp4", "");
  await truncate(large.path, 70_000_001);
  const generator = generatorOf("google-gemini-3-8-flash");
  const submission = submissionOf(generator, { prompt: "What?", video: film }, { files: new Map([[film, large]]) });
  expect(await reasonOf(google.start(access, submission))).toBe("provider.bad_input");
  expect(bench.accepted().length).toBe(before);
});

describe("the job of Omni", () => {
  const slow = openBench({ wait: true });
  const endpoint = "gemini-omni-1.1-flash:createInteraction";

  it("is started, runs meanwhile, and gives its result at last", async () => {
    const started = await start(omni);
    expect(started.status).toBeUndefined();
    expect((await statusOf(omni, started)).state).toBe("running");
    slow.end(started.externalJobId);
    expect(outputsOf(await statusOf(omni, started), generatorOf(omni))).toEqual([expect.stringMatching(/^data:video\/mp4;base64,/)]);
  });

  it("is told so when Google does not know it any more", async () => {
    expect(await reasonOf(statusOf(omni, { externalJobId: film }))).toBe("provider.bad_input");
  });

  it("is canceled, and knows when it is too late", async () => {
    const { externalJobId } = await start(omni);
    expect(await google.cancel(access, { externalJobId, endpoint })).toBe(true);
    expect(await google.status(access, { externalJobId, endpoint })).toEqual({ state: "cancelled" });
    const done = await start(omni);
    slow.end(done.externalJobId);
    expect(await google.cancel(access, { ...done, endpoint })).toBe(false);
    slow.simulator.faults.add({ kind: "error-503", on: "status" });
    expect(await reasonOf(google.status(access, { ...done, endpoint }))).toBe("provider.unavailable");
  });
});

it("tells that Veo is gone, and sends nothing", async () => {
  const before = bench.accepted().length;
  expect(await reasonOf(start("google-veo-3-1"))).toBe("provider.model_gone");
  expect(bench.accepted().length).toBe(before);
});

it("gives a file to the key alone, which stands in no address", async () => {
  const { externalJobId } = await start(omni);
  const at = "https://generativelanguage.googleapis.com";
  const url = `${bench.simulator.url}/generativelanguage.googleapis.com/v1/files/${externalJobId}-0:download?alt=media`;
  expect((await fetch(url)).status).toBe(403);
  expect((await fetch(url, { headers: google.resultHeaders?.(access, url) ?? {} })).headers.get("content-type")).toContain("video");
  expect(google.resultHeaders?.(access, "https://files.example/v1/files/1")).toEqual({});
  expect(google.resultHeaders?.(access, `${at}.example/v1/files/1`)).toEqual({});
  expect(await bench.away(async () => google.resultHeaders?.(access, `${at}/v1/files/1`))).toEqual({ "x-goog-api-key": "simulated-key" });
});
