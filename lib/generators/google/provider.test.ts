import { truncate } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { access, fileOf, generatorOf, openBench, outputsOf, reasonOf, submissionOf } from "../testing/driver-bench";
import { describeDriver } from "../testing/driver-contract";
import { google } from "./provider";
import { film, jobs, openGoogle, within } from "./testing/open-google";

const { bench, asked, start, statusOf } = openGoogle();

for (const name of [...within, ...jobs])
  describeDriver(name, {
    bench,
    provider: google,
    submission: () => asked(name),
    output: generatorOf(name).output,
    isWithinCall: within.includes(name),
    refusedKeys: { wrong: "does not accept the key", unserved: "does not serve this account" },
  });

it("sends nothing when the files are too large together", async () => {
  const before = bench.accepted().length;
  const large = await fileOf("large.mp4", "video/mp4", "");
  await truncate(large.path, 70_000_001);
  const generator = generatorOf("google-gemini-3-8-flash");
  const submission = submissionOf(generator, { prompt: "What?", video: film }, { files: new Map([[film, large]]) });
  expect(await reasonOf(google.start(access, submission))).toBe("provider.bad_input");
  expect(bench.accepted().length).toBe(before);
});

describe.each(jobs)("the job of %s", (name) => {
  it("is started, and its result is found", async () => {
    const started = await start(name);
    expect(started.status).toBeUndefined();
    const [url = ""] = outputsOf(await statusOf(name, started), generatorOf(name));
    const headers = google.resultHeaders?.(access, url) ?? {};
    expect((await fetch(url, { headers })).headers.get("content-type")).toContain("video");
  });

  it("that Google does not know any more is told so", async () => {
    expect(await reasonOf(statusOf(name, { externalJobId: `models/x/operations/${film}` }))).toBe("provider.bad_input");
  });
});

describe("jobs that take their time", () => {
  const slow = openBench(0.2);

  it.each(jobs)("%s is running meanwhile", async (name) => {
    expect((await statusOf(name, await start(name))).state).toBe("running");
  });

  it("Omni is cancelled, and knows when it is too late", async () => {
    const endpoint = "gemini-omni-1.1-flash:createInteraction";
    const { externalJobId } = await start("google-gemini-omni-1-1-flash");
    expect(await google.cancel(access, { externalJobId, endpoint })).toBe(true);
    expect(await google.status(access, { externalJobId, endpoint })).toEqual({ state: "cancelled" });
    const done = await start("google-gemini-omni-1-1-flash");
    slow.end(done.externalJobId);
    expect(await google.cancel(access, { ...done, endpoint })).toBe(false);
    slow.simulator.faults.add({ kind: "error-503", on: "status" });
    expect(await reasonOf(google.status(access, { ...done, endpoint }))).toBe("provider.unavailable");
  });

  it("Veo cannot be cancelled, and says so", async () => {
    const { externalJobId } = await start("google-veo-3-1");
    expect(await google.cancel(access, { externalJobId, endpoint: "veo-3.1-generate-preview:predictLongRunning" })).toBe(false);
  });
});
