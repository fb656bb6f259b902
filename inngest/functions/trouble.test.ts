import { rename } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
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

describe("a job of unknown outcome", () => {
  // OpenAI has no list to look into and calls nobody.
  const lost = async (prompt: string) => {
    harness.simulator.faults.add({ kind: "drop-before", on: "submit", host: "openai" });
    const { batchId } = await harness.ask(owner, boardId, "openai-gpt-image-1-5", { prompt });
    const find = async () => (await database()).providerJob.findFirst({ where: { batchId, state: "needs_review" } });
    const row = async () => (await database()).generation.findUniqueOrThrow({ where: { id: batchId } });
    await until(async () => (await row()).phase === "needs_review");
    expect(await row()).toMatchObject({ status: "processing", errorCode: null });
    // Nobody else waits for the review.
    await until(async () => (await (await database()).queueSlot.count({ where: { batchId } })) === 0);
    return { batchId, jobId: (await find())?.id ?? "" };
  };
  const review = async (jobId: string, decision: object) =>
    (await import("@/lib/generations/provider-jobs/review-job")).reviewJob(owner, jobId, decision as never);

  it("is parked for an admin, who retries it", async () => {
    const { batchId, jobId } = await lost("retried by an admin");
    await review(jobId, { action: "retry" });
    expect((await harness.ended(batchId))[0]?.status).toBe("completed");
    expect(harness.accepted("retried by an admin")).toBe(1);
    await expect(review(jobId, { action: "retry" })).rejects.toMatchObject({ reason: "provider_job.not_in_review" });
  });

  it("is parked for an admin, who gives the money back", async () => {
    const { batchId, jobId } = await lost("refunded by an admin");
    await review(jobId, { action: "refund" });
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "failed", errorCode: "provider.outcome_unknown" });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "refund"]);
  });

  it("is parked for an admin, who names the job at the provider", async () => {
    harness.simulator.faults.add({ kind: "drop-after", on: "submit", host: "kie" });
    const unreachable = { prompt: "named by an admin sim:no-webhook" };
    const { batchId } = await harness.ask(owner, boardId, "kie-veo3", unreachable);
    const find = async () => (await database()).providerJob.findFirst({ where: { batchId } });
    await until(async () => (await find())?.state === "unknown");
    // Nobody calls: once the time limit is over it is put before an admin.
    await (await database()).providerJob.updateMany({ where: { batchId }, data: { deadlineAt: new Date() } });
    const { lookForJob } = await import("@/lib/generations/provider-jobs/look-for-job");
    await lookForJob((await find())?.id ?? "");
    expect((await find())?.state).toBe("needs_review");
    const external = [...harness.simulator.book.jobs.values()].find((job) => job.request.prompt === unreachable.prompt);
    await review((await find())?.id ?? "", { action: "adopt", externalJobId: external?.id ?? "" });
    expect((await harness.ended(batchId))[0]?.status).toBe("completed");
    expect(harness.accepted(unreachable.prompt)).toBe(1);
  });
});

describe("what the engine loses", () => {
  /** Asks for a generation whose events do not get through to the engine; answers it and how to send them after all. */
  async function askUnheard(prompt: string, alsoDo: (generation: { id: string; batchId: string }) => Promise<unknown> = async () => {}) {
    const { inngest } = await import("@/inngest/client");
    const events: Parameters<typeof inngest.send>[0][] = [];
    const send = vi.spyOn(inngest, "send").mockImplementation(async (payload) => {
      events.push(payload);
      return { ids: [] };
    });
    const generation = await image(prompt);
    await alsoDo(generation);
    send.mockRestore();
    // Together, as it may happen.
    const sendAll = () => inngest.send(events.flat() as Parameters<typeof inngest.send>[0]);
    return { ...generation, sendAll };
  }

  it("a cancel that comes together with the start is noticed by the first step, and nothing is spent", async () => {
    const { cancelGeneration } = await import("@/lib/generations/cancel-generation");
    const prompt = "cancelled as it was asked for";
    const { batchId, sendAll } = await askUnheard(prompt, ({ id }) => cancelGeneration(owner, id));
    const { ids } = await sendAll();
    // The engine did not cancel it: that it comes to its end is all the steps' doing.
    const runs = (await Promise.all(ids.map((id) => harness.runsOf(id)))).flat();
    expect(runs.map(({ status }) => status)).toEqual(["Completed", "Completed"]);
    expect(harness.accepted(prompt)).toBe(0);
    expect((await harness.ended(batchId)).map(({ status }) => status)).toEqual(["cancelled"]);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "refund"]);
  });

  it("a run with a job at a provider goes on in another run after minutes, with the same job", async () => {
    const { startBatch } = await import("@/lib/generations/provider-jobs/start-batch");
    const { submitJob } = await import("@/lib/generations/provider-jobs/submit-job");
    const { resumeLostBatches } = await import("@/lib/generations/provider-jobs/resume-lost-batches");
    const prompt = "lost by the engine";
    const { batchId } = await askUnheard(prompt, async ({ batchId }) => {
      // As far as the run came.
      await startBatch(batchId);
      await submitJob(batchId);
    });
    const db = await database();
    const minutesAgo = new Date(Date.now() - 180_000);
    await db.$executeRaw`ALTER TABLE boards.generations DISABLE TRIGGER trg_generations_updated_at`;
    await db.generation.updateMany({ where: { batchId }, data: { updatedAt: minutesAgo } });
    await db.$executeRaw`ALTER TABLE boards.generations ENABLE TRIGGER trg_generations_updated_at`;
    await db.providerJob.updateMany({ where: { batchId }, data: { updatedAt: minutesAgo } });
    await db.queueSlot.updateMany({ where: { batchId }, data: { admittedAt: minutesAgo } });
    expect(await resumeLostBatches(600)).toBe(1);
    expect((await harness.ended(batchId)).map(({ status }) => status)).toEqual(["completed"]);
    expect(harness.accepted(prompt)).toBe(1);
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "finalize"]);
  });
});

describe("a storage that is away", () => {
  it("is waited for, which people read, and then everything goes on", async () => {
    const { storageFolder } = harness.installation;
    const prompts = ["one while the storage is away", "another one"];
    await image("so that the storage is known").then(({ batchId }) => harness.ended(batchId));
    await rename(storageFolder, `${storageFolder}-away`);
    const asked = await Promise.all([
      ...prompts.map((prompt) => image(prompt)),
      harness.ask(owner, boardId, "sketch", { prompt: "made here" }),
      harness.ask(owner, boardId, "openai-gpt-5-mini", { prompt: "words" }),
    ]);
    const rows = async () => (await database()).generation.findMany({ where: { id: { in: asked.map(({ id }) => id) } } });
    await until(async () => (await rows()).every((row) => row.progressMessage?.startsWith("Storage is unavailable. This will continue")));
    expect((await rows()).map((row) => row.status)).toEqual(asked.map(() => "processing"));
    const { checkHealth } = await import("@/lib/api/health");
    // It looks once in some seconds.
    await until(async () => (await checkHealth()).storage.status === "down");
    expect((await checkHealth()).storage).toMatchObject({ status: "down", message: "Storage is unavailable. Try again later." });
    await rename(`${storageFolder}-away`, storageFolder);
    for (const { batchId } of asked) expect((await harness.ended(batchId))[0]).toMatchObject({ status: "completed", errorMessage: null });
    for (const prompt of prompts) expect(harness.accepted(prompt)).toBe(1);
  });

  it("keeps what a provider answered within the call in the database meanwhile", async () => {
    const { storageFolder } = harness.installation;
    const { db } = await import("@/lib/platform/db/client");
    const { batchId } = await harness.ask(owner, boardId, "openai-gpt-5-mini", { prompt: "words that take their time sim:slow" });
    await until(async () => (await db().providerJob.count({ where: { batchId, state: "intent" } })) === 1);
    const asked = await until(() => [...harness.simulator.book.jobs.values()].find((job) => JSON.stringify(job.request).includes("take their time")));
    await rename(storageFolder, `${storageFolder}-away`);
    asked.endsAt = 0;
    await until(async () => (await db().providerJob.count({ where: { batchId, state: "succeeded" } })) === 1);
    const find = () => db().providerJob.findFirstOrThrow({ where: { batchId } });
    expect((await find()).outputs).toEqual([{ url: expect.stringMatching(/^data:text\/plain;base64,/) }]);
    await rename(`${storageFolder}-away`, storageFolder);
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "completed", mimeType: "text/plain" });
    expect((await find()).outputs).toMatchObject([{ stored: { mimeType: "text/plain" } }]);
  });
});

describe("a provider that is down", () => {
  const setFailover = async (value: string) => {
    process.env.BOARDS_FAILOVER = value;
    (await import("@/lib/platform/env")).forgetEnv();
  };
  afterEach(() => setFailover("0"));

  it("gives way to another one of the same model where that is switched on, which the generation and its receipt tell", async () => {
    await setFailover("1");
    harness.simulator.faults.add({ kind: "error-503", on: "submit", host: "fal.run", times: 50 });
    const { batchId } = await harness.ask(owner, boardId, "fal-nano-banana-pro", { prompt: "made elsewhere" });
    const [row] = await harness.ended(batchId);
    expect(row).toMatchObject({ status: "completed", generatorName: "fal-nano-banana-pro", madeByGenerator: expect.not.stringContaining("fal") });
    const jobs = await (await database()).providerJob.findMany({ where: { batchId }, orderBy: { attempt: "asc" } });
    expect(jobs.map((job) => [job.providerName === "fal", job.state])).toEqual([
      [true, "refused"],
      [false, "succeeded"],
    ]);
    expect(jobs[1]?.failoverNote).toContain("fal-nano-banana-pro: fal isn't responding");
    expect(harness.accepted("made elsewhere")).toBe(1);
  });

  it("does not give way to one that lacks an input that was used, or makes fewer", async () => {
    const { planElsewhere } = await import("@/lib/generations/provider-jobs/job-plan");
    const { parseInputs } = await import("@/lib/generators/contract/parse-inputs");
    const { findGenerator } = await import("@/lib/generators/catalogue/registry");
    const elsewhere = async (inputs: object, batchSize = 1) => {
      const generator = findGenerator("fal-nano-banana-pro");
      const parsed = generator && parseInputs(generator, { prompt: "a picture", ...inputs });
      if (!parsed?.ok) throw new Error("not valid");
      const asked = { tenantId: owner.tenantId, generatorName: "fal-nano-banana-pro", generatorVersion: null, inputParams: parsed.inputs, batchSize };
      return (await planElsewhere(asked, ["fal-nano-banana-pro"]))?.generator.name ?? null;
    };
    expect(await elsewhere({})).toMatch(/nano-banana-pro/);
    expect(await elsewhere({ limit_generations: true })).toBeNull();
    expect(await elsewhere({ num_images: 2 }, 2)).toBeNull();
  });

  it("is waited for where that is switched off", async () => {
    harness.simulator.faults.add({ kind: "error-503", on: "submit", host: "fal.run", times: 1, retryAfterSeconds: 1 });
    const { batchId } = await harness.ask(owner, boardId, "fal-nano-banana-pro", { prompt: "made here after all" });
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "completed", madeByGenerator: null });
  });
});

describe("a job that takes too long", () => {
  it("that cannot be stopped fails for the person, and is paid for once it has ended", async () => {
    const { batchId } = await harness.ask(owner, boardId, "kie-veo3", { prompt: "beyond its time at Kie sim:slow" });
    const find = async () => (await database()).providerJob.findFirst({ where: { batchId } });
    await until(async () => (await find())?.state === "submitted");
    await (await database()).providerJob.updateMany({ where: { batchId }, data: { deadlineAt: new Date() } });
    expect((await harness.ended(batchId))[0]).toMatchObject({ status: "failed", errorCode: "provider.timed_out" });
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve"]);
    const job = [...harness.simulator.book.jobs.values()].find((each) => each.request.prompt === "beyond its time at Kie sim:slow");
    Object.assign(job ?? {}, { endsAt: Date.now() });
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "finalize"]);
  });

  it("is stopped at the provider and given back", async () => {
    const { batchId } = await image("beyond its time sim:slow");
    const find = async () => (await database()).providerJob.findFirst({ where: { batchId } });
    await until(async () => (await find())?.state === "submitted");
    await (await database()).providerJob.updateMany({ where: { batchId }, data: { deadlineAt: new Date() } });
    const [row] = await harness.ended(batchId);
    expect(row).toMatchObject({ status: "failed", errorCode: "provider.timed_out" });
    expect([...harness.simulator.book.jobs.values()].find((job) => job.request.prompt === "beyond its time sim:slow")?.cancelledAt).toBeTruthy();
    await until(async () => (await harness.ledgerOf(batchId)).length === 2);
    expect((await harness.ledgerOf(batchId)).map(([type]) => type)).toEqual(["reserve", "refund"]);
  });
});

it("leaves a file for every row that names one, and none without", async () => {
  const { files, named } = await harness.filesAndRows();
  expect(named.length).toBeGreaterThan(9);
  expect(files).toEqual(named);
});
