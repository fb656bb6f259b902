import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { until } from "@/lib/testing/until";
import { openWorkflowHarness } from "./testing/workflow-harness";

type Harness = Awaited<ReturnType<typeof openWorkflowHarness>>;

let harness: Harness;
let owner: Viewer;
let boardId: string;
const database = async () => (await import("@/lib/platform/db/client")).db();

beforeAll(async () => {
  harness = await openWorkflowHarness();
  owner = await harness.installation.viewer("owner");
  boardId = (await harness.board(owner)).id;
});
afterAll(() => harness.close());

const jobsOf = async (batchId: string) => (await database()).providerJob.findMany({ where: { batchId } });
const silences = async () => (await (await database()).providerHealth.findMany({ where: { failures: { gt: 0 } } })).length;

/** Asks for one, and says how it ended. */
async function failed(generatorName: string, inputs: Record<string, unknown>) {
  const { batchId } = await harness.ask(owner, boardId, generatorName, inputs);
  const [row] = await harness.ended(batchId);
  const [job] = await jobsOf(batchId);
  return { row, job, batchId };
}

describe("a job that failed at its provider", () => {
  it.each([
    ["fal-flux-2", "internal-server-error", "provider.failed", "fal couldn't complete this request: Internal server error"],
    ["fal-flux-2", "generation-timeout", "provider.failed", "fal couldn't complete this request: Generation timeout"],
    ["fal-flux-2", "runner-disconnected", "provider.failed", "fal couldn't complete this request: Runner disconnected unexpectedly"],
    ["fal-flux-2", "image-too-small", "provider.bad_input", "image_url: Image dimensions are too small. Minimum dimensions are 300x300 pixels."],
    ["kie-veo3", "veo-501", "provider.failed", "Kie couldn't complete this request: Video generation task failed"],
    ["kie-veo3", "veo-500", "provider.failed", "Kie couldn't complete this request: Internal error, please try again later"],
    ["replicate-flux-pro", "e1001", "provider.failed", "Replicate couldn't complete this request: The model ran out of memory. (E1001)"],
  ])("%s, %s: ends at once, with the provider's reason, and is given back", async (generatorName, answer, errorCode, errorMessage) => {
    const { row, job, batchId } = await failed(generatorName, { prompt: `broken by ${answer} sim:${answer}` });
    expect(row).toMatchObject({ status: "failed", errorCode, errorMessage });
    expect(row?.errorRaw).toBeTruthy();
    expect(job).toMatchObject({ state: "failed", errorCode });
    await until(
      async () => (await (await database()).creditTransaction.count({ where: { generationId: row?.id, transactionType: "refund" } })) === 1,
    );
    expect(await jobsOf(batchId)).toHaveLength(1);
  });

  it("is no news of the provider, however many there are: others go on", async () => {
    const broken = Array.from({ length: 9 }, (_, index) => failed("fal-flux-2", { prompt: `one of nine, ${index} sim:runner-server-error` }));
    const good = await harness.ask(owner, boardId, "fal-flux-2", { prompt: "a good one among them" });
    expect((await Promise.all(broken)).map(({ row }) => row?.errorCode)).toEqual(broken.map(() => "provider.failed"));
    expect((await harness.ended(good.batchId)).map(({ status }) => status)).toEqual(["completed"]);
    expect(await silences()).toBe(0);
  });

  it("is no news either while its status cannot be read", async () => {
    const before = await harness.ask(owner, boardId, "fal-flux-2", { prompt: "its status is a 500 sim:status-500" });
    const answers = () => harness.accepted("its status is a 500 sim:status-500");
    await until(async () => answers() === 1);
    const { checkJob } = await import("@/lib/generations/provider-jobs/check-job");
    await until(async () => (await jobsOf(before.batchId))[0]?.state === "submitted");
    const [job] = await jobsOf(before.batchId);
    for (let look = 0; look < 8; look++) expect((await checkJob(job?.id ?? "")).state).toBe("open");
    expect(await silences()).toBe(0);
    const { cancelGeneration } = await import("@/lib/generations/cancel-generation");
    await cancelGeneration(owner, before.id);
  });
});

describe("a refusal for good", () => {
  it.each([
    [
      "openai-gpt-image-2-6-flare",
      "insufficient-quota",
      "provider.no_credit",
      "is out of credit. An admin can add some at https://platform.openai.com",
    ],
    ["openai-gpt-image-2-6-flare", "project-spend-limit", "provider.no_credit", "has reached its spending limit"],
    ["google-nano-banana-2-1", "quota-of-zero", "provider.no_credit", "An admin can set up billing at https://aistudio.google.com"],
    ["fal-flux-2", "exhausted-balance", "provider.no_credit", "An admin can add some at https://fal.ai/dashboard/billing"],
    ["openai-gpt-image-2-6-flare", "must-be-verified", "provider.not_configured", "An admin can verify yours at https://platform.openai.com"],
    ["elevenlabs-eleven-v3", "paid-plan", "provider.not_configured", "Your ElevenLabs plan doesn't include this voice or model"],
    ["openai-gpt-image-2-6-flare", "model-not-found", "provider.model_gone", "OpenAI no longer offers this model. Choose another one."],
    ["fal-reve-text-to-image", "app-not-found", "provider.model_gone", "fal no longer offers this model. Use Nano Banana 2.1 (fal) instead."],
  ])("%s, %s: is told at once, with what to do, and not tried again", async (generatorName, answer, errorCode, words) => {
    const prompt = `refused by ${answer} sim:${answer}`;
    const { row, job } = await failed(generatorName, generatorName.startsWith("elevenlabs") ? { text: prompt } : { prompt });
    expect(row).toMatchObject({ status: "failed", errorCode, errorMessage: expect.stringContaining(words) });
    expect(job).toMatchObject({ state: "refused", errorCode });
    expect(harness.accepted(prompt)).toBe(0);
    expect(await silences()).toBe(0);
  });

  it("a limit that passes is waited out, as long as the provider asks for", async () => {
    const { batchId } = await harness.ask(owner, boardId, "openai-gpt-image-2-6-flare", { prompt: "too fast sim:rate-limited-ms*1" });
    expect((await harness.ended(batchId)).map(({ status }) => status)).toEqual(["completed"]);
    expect(harness.accepted("too fast sim:rate-limited-ms*1")).toBe(1);
  });
});
