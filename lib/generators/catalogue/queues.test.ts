import { describe, expect, it } from "vitest";
import type { BoardsError } from "@/lib/platform/errors";
import type { ArtifactType, Json } from "../contract/define-generator";
import { access, fileOf, openBench, outputsOf, plainSubmission, providerOf } from "../testing/driver-bench";

const bench = openBench();

interface Queued {
  name: "fal" | "kie" | "replicate";
  endpoint: string;
  artifactType: ArtifactType;
  output: string;
  /** Where a prompt is not what it must be sent. */
  request?: Record<string, Json>;
}

const song = { style: "folk", title: "Song", instrumental: true, customMode: true, model: "V5" };

const queued = [
  { name: "fal", endpoint: "fal-ai/flux-2-pro", artifactType: "image", output: "images[].url" },
  { name: "fal", endpoint: "fal-ai/veo3.1", artifactType: "video", output: "video.url" },
  {
    name: "kie",
    endpoint: "market:google/nano-banana-edit",
    artifactType: "image",
    output: "resultJson.resultUrls[]",
    request: { prompt: "a fox", image_urls: ["https://files.example/a.png"] },
  },
  { name: "kie", endpoint: "veo", artifactType: "video", output: "response.resultUrls[]" },
  { name: "kie", endpoint: "suno:", artifactType: "audio", output: "response.sunoData[].audioUrl", request: song },
  { name: "replicate", endpoint: "black-forest-labs/flux-1.1-pro", artifactType: "image", output: "output[] | output" },
  {
    name: "replicate",
    endpoint: "cjwbw/wav2lip:latest",
    artifactType: "video",
    output: "output[] | output",
    request: { face: "https://files.example/a.mp4", audio: "https://files.example/a.wav" },
  },
] satisfies Queued[];

it.each(queued as Queued[])("$name $endpoint starts a job, and its result is found", async ({ name, endpoint, artifactType, output, request }) => {
  const provider = providerOf(name);
  const { externalJobId } = await provider.start(access, plainSubmission(endpoint, artifactType, request));
  const [url = ""] = outputsOf(await provider.status(access, { externalJobId, endpoint }), { output });
  expect((await fetch(url)).headers.get("content-type")).toContain(artifactType);
});

it.each(["fal", "kie", "replicate"])("%s takes a file and gives its address", async (name) => {
  const file = await fileOf("sound.wav", "audio/wav", "RIFF");
  const { url, expiresInSeconds } = (await providerOf(name).upload?.(access, file)) ?? { url: "", expiresInSeconds: 0 };
  expect(expiresInSeconds).toBeGreaterThan(3600);
  expect((await fetch(url)).status).toBe(200);
});

describe("jobs that take their time", () => {
  const slow = openBench({ wait: true });

  it.each((queued as Queued[]).filter(({ name }) => name !== "kie"))(
    "$name $endpoint is cancelled, and knows when it is too late",
    async ({ name, endpoint, artifactType, request }) => {
      const provider = providerOf(name);
      const { externalJobId } = await provider.start(access, plainSubmission(endpoint, artifactType, request));
      const { state } = await provider.status(access, { externalJobId, endpoint });
      expect(["queued", "running"]).toContain(state);
      expect(await provider.cancel(access, { externalJobId, endpoint })).toBe(true);
      expect(slow.lastJob()).toMatchObject({ id: externalJobId, cancelledAt: expect.any(Number) });
      const done = await provider.start(access, plainSubmission(endpoint, artifactType, request));
      slow.end(done.externalJobId);
      expect(await provider.cancel(access, { externalJobId: done.externalJobId, endpoint })).toBe(false);
    },
  );

  it("kie cannot be canceled, and says so", async () => {
    expect(await providerOf("kie").cancel(access, { externalJobId: "x", endpoint: "veo" })).toBe(false);
  });

  it("fal tells the place in the line and what its log says", async () => {
    const fal = providerOf("fal");
    const endpoint = "fal-ai/flux-2-pro";
    const handle = async () => ({ ...(await fal.start(access, plainSubmission(endpoint, "image"))), endpoint });
    const [, second] = [await handle(), await handle()];
    expect(await fal.status(access, second)).toMatchObject({ state: "queued", position: expect.any(Number) });
    slow.begin(second.externalJobId);
    expect(await fal.status(access, second)).toMatchObject({ state: "running", progress: expect.any(Number) });
  });
});

describe("a start whose answer was lost", () => {
  const lose = async (name: string, endpoint: string, isOurs = async (_id: string) => false) => {
    const lost = {
      ...plainSubmission(endpoint, "image", { prompt: `lost ${crypto.randomUUID()}` }),
      webhookUrl: `https://boards.example/api/webhooks/${name}/${crypto.randomUUID()}`,
      startedAt: new Date(),
      isOurs,
    };
    const provider = providerOf(name);
    const find = () => provider.find?.(access, lost) ?? Promise.reject(new Error("no find"));
    const before = await find().catch((error: BoardsError) => error.reason);
    bench.simulator.faults.add({ kind: "drop-after", on: "submit" });
    await provider.start(access, lost).catch(() => undefined);
    return { before, found: await find().catch((error: BoardsError) => error.reason), job: bench.lastJob().id };
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
