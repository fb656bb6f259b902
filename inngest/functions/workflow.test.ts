import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { simulatedUnitUsd } from "@/lib/generators/catalogue/fal/testing/simulator";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { until } from "@/lib/testing/until";
import { openWorkflowHarness } from "./testing/workflow-harness";

type Harness = Awaited<ReturnType<typeof openWorkflowHarness>>;

let harness: Harness;
let owner: Viewer;
let boardId: string;
const database = async () => (await import("@/lib/platform/db/client")).db();

beforeAll(async () => {
  harness = await openWorkflowHarness({ settings: { BOARDS_MAX_RESULT_SIZE: "2000000" } });
  owner = await harness.installation.viewer("owner");
  boardId = (await harness.board(owner)).id;
});
afterAll(() => harness.close());
beforeEach(() => harness.simulator.faults.clear());

const image = (prompt: string, more: Record<string, unknown> = {}) => harness.ask(owner, boardId, "fal-flux-2", { prompt, ...more });

describe("a generation at a provider", () => {
  it.each([
    ["fal-flux-2", { prompt: "a fox in snow" }, "image/png"],
    ["fal-veo31", { prompt: "waves" }, "video/mp4"],
    ["beatoven-music-generation", { prompt: "calm" }, "audio/wav"],
    ["kie-veo3", { prompt: "waves at Kie" }, "video/mp4"],
    ["kie-suno-v5-5", { title: "Song", style: "folk" }, "audio/wav"],
    ["replicate-flux-pro", { prompt: "a fox at Replicate" }, "image/png"],
    ["openai-gpt-image-1-5", { prompt: "a fox at OpenAI" }, "image/png"],
    ["openai-gpt-5-mini", { prompt: "say hello" }, "text/plain"],
    ["fal-meshy-v6-text-to-3d", { prompt: "a cup" }, "model/gltf-binary"],
  ])("is made, stored and paid for once: %s", async (name, inputs, mimeType) => {
    const { batchId } = await harness.ask(owner, boardId, name, inputs);
    const rows = await harness.ended(batchId);
    expect(rows.map(({ status, errorRaw }) => ({ status, errorRaw }))).toEqual(rows.map(() => ({ status: "completed", errorRaw: null })));
    expect(rows.map((row) => row.mimeType)).toEqual(rows.map(() => mimeType));
    await until(async () => (await harness.ledgerOf(batchId)).length === 2 * rows.length);
    const [job] = await (await database()).providerJob.findMany({ where: { batchId } });
    const estimated = rows.reduce((sum, row) => sum + Number(row.estimatedCostUsd), 0);
    const spent = (await harness.ledgerOf(batchId)).reduce((sum, [, amount]) => sum - Number(amount), 0);
    // What the provider says it charged goes before what was expected.
    if (job?.providerName === "fal") expect(Number(job.billedUsd)).toBeCloseTo(simulatedUnitUsd, 5);
    expect(spent).toBeCloseTo(Number(job?.billedUsd ?? estimated), 5);
    expect(Number((await harness.ended(batchId))[0]?.costUsd)).toBeGreaterThan(0);
  });

  it("has its price from the length of what it works on, before and after it is asked for", async () => {
    const { batchId: source } = await harness.ask(owner, boardId, "fal-veo31", { prompt: "two seconds of waves" });
    const [video] = await harness.ended(source);
    const { checkRequest } = await import("@/lib/generations/create-generation");
    const inputParams = { video: video?.id, upscale_factor: 2 };
    const { costUsd } = await checkRequest(owner, { generatorName: "fal-topaz-upscale-video", inputParams });
    const upscaled = await harness.ask(owner, boardId, "fal-topaz-upscale-video", inputParams);
    expect(Number(upscaled.estimatedCostUsd)).toBeCloseTo(costUsd, 6);
    const { generator } = await checkRequest(owner, { generatorName: "fal-topaz-upscale-video", inputParams });
    const priceFor = (seconds: number) => generator.costUsd({ ...(upscaled.inputParams as object) }, { seconds: () => seconds });
    expect(costUsd).toBeCloseTo(priceFor(2), 6);
    expect(costUsd).toBeLessThan(priceFor(10));
  });

  it("makes a batch of four, each with its index and a share of the price", async () => {
    const { batchId } = await image("a batch of four", { num_images: 4 });
    const rows = await harness.ended(batchId);
    expect(rows.map((row) => [row.batchIndex, row.batchSize, row.status])).toEqual([0, 1, 2, 3].map((index) => [index, 4, "completed"]));
    expect(new Set(rows.map((row) => row.storageKey)).size).toBe(4);
    expect(harness.accepted("a batch of four")).toBe(1);
  });

  it("keeps the others when one output cannot be used", async () => {
    const { batchId } = await image("three good ones sim:one-bad-output", { num_images: 4 });
    const rows = await harness.ended(batchId);
    expect(rows.map((row) => row.status)).toEqual(["completed", "failed", "completed", "completed"]);
    expect(rows[1]).toMatchObject({ errorCode: "provider.result_invalid", errorMessage: expect.stringContaining("Expected an image.") });
  });

  it("keeps all of a batch of which one is higher than a preview can be", async () => {
    const { batchId } = await image("good, tall, good sim:one-tall-output", { num_images: 3 });
    const rows = await harness.ended(batchId);
    expect(rows.map((row) => row.status)).toEqual(["completed", "completed", "completed"]);
  });

  it.each([
    ["a page instead of an image", "sim:wrong-type", "The result is a text file. Expected an image."],
    ["sound that says it is an image", "sim:lying", "The result is an audio file. Expected an image."],
  ])("keeps what was paid for as a file to download, with what is wrong: %s", async (what, word, wrong) => {
    const { batchId } = await image(`${what} kept ${word}`);
    const [row] = await harness.ended(batchId);
    expect(row).toMatchObject({ status: "failed", errorCode: "provider.result_invalid", mimeType: "application/octet-stream", thumbnailWidths: [] });
    expect(row?.errorMessage).toContain(wrong);
    expect(row?.errorMessage).toContain("You can still download the file");
    const { currentStorage } = await import("@/lib/platform/storage/current-storage");
    expect((await currentStorage().stat(row?.storageKey ?? ""))?.sizeBytes).toBe(Number(row?.fileSizeBytes));
    // It is nothing that could be worked on.
    await expect(harness.ask(owner, boardId, "fal-flux-2-edit", { prompt: "on it", image_sources: [row?.id] })).rejects.toMatchObject({
      reason: "generation.input_unusable",
    });
  });

  it.each([
    ["alone", "sim:blank", 1, ["failed"]],
    ["in a batch", "sim:one-blank-output", 3, ["completed", "failed", "completed"]],
  ])("tells a picture that the provider blanked as refused, and pays for it: %s", async (what, word, num_images, statuses) => {
    const { batchId } = await image(`blanked ${what} ${word}`, { num_images });
    const rows = await harness.ended(batchId);
    expect(rows.map((row) => row.status)).toEqual(statuses);
    const refused = rows.find((row) => row.status === "failed");
    expect(refused).toMatchObject({ errorCode: "provider.content_refused", errorMessage: expect.stringContaining("safety filter") });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2 * num_images);
    const spent = (await harness.ledgerOf(batchId)).reduce((sum, [, amount]) => sum - Number(amount), 0);
    expect(spent).toBeCloseTo(simulatedUnitUsd * num_images, 5);
  });

  it("pays for the words in which a model refuses", async () => {
    const { batchId } = await harness.ask(owner, boardId, "openai-gpt-5-mini", { prompt: "refused in words sim:blank" });
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "failed", errorCode: "provider.content_refused" });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "finalize"]);
  });

  it("keeps a text that looks like a page as the text it is", async () => {
    const { batchId } = await harness.ask(owner, boardId, "openai-gpt-5-mini", { prompt: "draw sim:lying" });
    const [row] = await harness.ended(batchId);
    expect(row).toMatchObject({ status: "completed", mimeType: "text/plain", outputMetadata: { content: "<svg onload='alert(1)'/>" } });
  });

  it.each([
    ["a file that has expired", "sim:expired", "provider.result_invalid"],
    ["a file that never ends", "sim:huge", "provider.result_invalid"],
    ["a result without files", "sim:no-output", "provider.result_invalid"],
  ])("fails for %s, after which the provider was paid all the same", async (what, word, reason) => {
    const { batchId } = await image(`${what} ${word}`);
    const [row] = await harness.ended(batchId);
    expect(row).toMatchObject({ status: "failed", errorCode: reason, storageKey: null });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "finalize"]);
  });

  it.each([
    ["is refused for its content", "sim:refuse", "provider.content_refused"],
    ["fails at the provider", "sim:fail", "provider.bad_input"],
    ["has inputs that the provider does not take", "sim:bad-input", "provider.bad_input"],
    ["is refused in a text that no database can keep", "sim:broken-text", "provider.bad_input"],
  ])("%s: told to the person, and given back", async (what, word, reason) => {
    const { batchId } = await image(`${what} ${word}`);
    const [row] = await harness.ended(batchId);
    expect(row).toMatchObject({ status: "failed", errorCode: reason });
    expect(row?.errorRaw).toBeTruthy();
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    const lines = await harness.ledgerOf(batchId);
    expect(lines.map(([type]) => type)).toEqual(["reserve", "refund"]);
    expect(lines.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(0);
  });

  it("costs what a provider charges for what it refuses", async () => {
    const { batchId } = await harness.ask(owner, boardId, "runway-gen-4-5-text-to-video", { prompt: "not for free sim:refuse" });
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "failed", errorCode: "provider.content_refused" });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    const lines = await harness.ledgerOf(batchId);
    expect(lines.map(([type]) => type)).toEqual(["reserve", "finalize"]);
    expect(lines.reduce((sum, [, amount]) => sum - Number(amount), 0)).toBeCloseTo(0.25, 5);
  });

  it("waits out a rate limit, as long as the provider asks", async () => {
    harness.simulator.faults.add({ kind: "rate-limit", on: "submit", times: 2, retryAfterSeconds: 1 });
    const { batchId } = await image("after two rate limits");
    const [row] = await harness.ended(batchId);
    expect(row?.status).toBe("completed");
    expect(harness.accepted("after two rate limits")).toBe(1);
    const events = await (await database()).generationEvent.findMany({ where: { generationId: batchId } });
    expect(events.map((event) => (event.payload as { message?: string }).message)).toContain("fal is busy. Trying again in 1 s.");
  });

  it("finds a job whose acceptance was never heard, by the provider's call", async () => {
    harness.simulator.faults.add({ kind: "drop-after", on: "submit" });
    const { batchId } = await image("accepted, but not heard");
    const [row] = await harness.ended(batchId);
    expect(row?.status).toBe("completed");
    expect(harness.accepted("accepted, but not heard")).toBe(1);
    const [job] = await (await database()).providerJob.findMany({ where: { batchId } });
    expect(job).toMatchObject({ state: "succeeded", attempt: 1 });
  });

  it("finds a job whose acceptance was never heard, by the provider's list", async () => {
    harness.simulator.faults.add({ kind: "drop-after", on: "submit", host: "replicate" });
    const { batchId } = await harness.ask(owner, boardId, "replicate-flux-pro", { prompt: "accepted at Replicate, but not heard" });
    expect((await harness.ended(batchId))[0]?.status).toBe("completed");
    expect(harness.accepted("accepted at Replicate, but not heard")).toBe(1);
  });

  it("polls where no webhook comes", async () => {
    const { batchId } = await image("without a webhook sim:no-webhook");
    expect((await harness.ended(batchId))[0]?.status).toBe("completed");
  });

  it("gives the provider an input file once, however often it is used", async () => {
    const { batchId: source } = await image("to be edited");
    const [made] = await harness.ended(source);
    for (const prompt of ["once", "twice"]) {
      const { batchId } = await harness.ask(owner, boardId, "fal-flux-2-edit", { prompt, image_sources: [made?.id] });
      expect((await harness.ended(batchId))[0]?.status).toBe("completed");
    }
    const uploads = await (await database()).providerUpload.count({ where: { contentHash: made?.contentHash ?? "" } });
    expect(uploads).toBe(1);
    const addresses = [...harness.simulator.book.jobs.values()]
      .filter((job) => job.endpoint === "fal-ai/flux-2/edit")
      .map((job) => String(job.request.image_urls));
    expect(new Set(addresses).size).toBe(1);
  });
});

describe("canceling", () => {
  const cancel = async (id: string) => (await import("@/lib/generations/cancel-generation")).cancelGeneration(owner, id);

  it("reaches the provider, is final, and gives everything back", async () => {
    const { batchId } = await image("cancelled while it runs sim:slow");
    const job = () => [...harness.simulator.book.jobs.values()].find((each) => each.request.prompt === "cancelled while it runs sim:slow");
    await until(async () => job() !== undefined && (await (await database()).providerJob.findFirst({ where: { batchId } }))?.state === "submitted");
    await cancel(batchId);
    await until(async () => typeof job()?.cancelledAt === "number");
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "refund"]);
    expect((await harness.ended(batchId))[0]?.status).toBe("cancelled");
  });

  it("stops what works within the call, and keeps no file of it", async () => {
    const { batchId } = await harness.ask(owner, boardId, "automatic1111-text-to-image", { prompt: "never drawn to its end sim:slow" });
    const job = () => [...harness.simulator.book.jobs.values()].find((each) => each.request.prompt === "never drawn to its end sim:slow");
    await until(async () => job() !== undefined);
    await cancel(batchId);
    await until(async () => typeof job()?.cancelledAt === "number");
    const find = async () => (await database()).providerJob.findFirst({ where: { batchId } });
    await until(async () => (await find())?.state === "succeeded");
    expect((await find())?.outputs).toEqual([{ problem: expect.any(String) }]);
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "cancelled", storageKey: null });
  });

  it("of what the provider cannot stop costs what it costs", async () => {
    const { batchId } = await harness.ask(owner, boardId, "kie-veo3", { prompt: "cannot be stopped sim:slow" });
    const job = () => [...harness.simulator.book.jobs.values()].find((each) => each.request.prompt === "cannot be stopped sim:slow");
    await until(async () => (await (await database()).providerJob.findFirst({ where: { batchId } }))?.state === "submitted");
    await cancel(batchId);
    Object.assign(job() ?? {}, { endsAt: Date.now() + 1500 });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "finalize"]);
    expect((await harness.ended(batchId))[0]?.status).toBe("cancelled");
  });
});

describe("queue slots", () => {
  it("let one person's single go before the rest of another's many", async () => {
    const other = await harness.installation.viewer("other");
    const otherBoard = (await harness.board(other)).id;
    const many = await Promise.all(Array.from({ length: 14 }, (_, index) => image(`one of many ${index} sim:slow`)));
    const atProvider = () => [...harness.simulator.book.jobs.values()].filter((job) => String(job.request.prompt).startsWith("one of many"));
    const waiting = async (userId: string) => (await database()).queueSlot.count({ where: { userId, admittedAt: null } });
    // fal's key has ten places.
    await until(async () => atProvider().length === 10 && (await waiting(owner.userId)) === 4);
    const single = await harness.ask(other, otherBoard, "fal-flux-2", { prompt: "a single one" });
    await until(async () => (await waiting(other.userId)) === 1);
    // The one that becomes free is the single's, and one of the others' only once that is done.
    Object.assign(atProvider()[0] ?? {}, { endsAt: Date.now() });
    expect((await harness.ended(single.batchId))[0]?.status).toBe("completed");
    expect(await waiting(owner.userId)).toBeGreaterThanOrEqual(3);
    const { cancelGeneration } = await import("@/lib/generations/cancel-generation");
    for (const { id } of many) await cancelGeneration(owner, id).catch(() => undefined);
  });
});

it("leaves a file for every row that names one, and none without", async () => {
  const { files, named } = await harness.filesAndRows();
  expect(named.length).toBeGreaterThan(20);
  expect(files).toEqual(named);
});
