import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { endpoints, type LeftBehind, minutes } from "@/lib/testing/left-behind";
import { openSimulatedLedger } from "@/lib/testing/simulated-ledger";
import { until } from "@/lib/testing/until";

let ledger: Awaited<ReturnType<typeof openSimulatedLedger>>;
let owner: Viewer;

const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/provider-jobs/check-job")),
  ...(await import("@/lib/generations/provider-jobs/reconcile-jobs")),
  ...(await import("@/lib/generations/provider-jobs/resume-lost-batches")),
  ...(await import("@/lib/generations/while-at-work")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openSimulatedLedger();
  boards = await load();
  owner = await ledger.installation.viewer("owner");
});
afterAll(() => ledger.close());
beforeEach(async () => {
  // Nothing is left of the test before.
  ledger.simulator.faults.clear();
  await boards.db().providerJob.deleteMany();
  await boards.db().generation.updateMany({ where: { status: "processing" }, data: { status: "cancelled" } });
  await boards.reconcileJobs();
});
afterEach(async () => expect(await ledger.imbalances()).toEqual([]));

const left = (how: LeftBehind) => ledger.leave(owner, how);
const kinds = async (batchId: string) => (await ledger.lines(batchId)).map(([type]) => type);
const nothing = { settled: 0, resumed: 0, stopped: 0, parked: 0, waiting: 0 };

describe("money set aside for batches that have ended", () => {
  it.each([
    ["given back, where nothing was started", { status: "cancelled" }, "refund"],
    ["given back, where the job failed", { status: "failed", job: { state: "failed" } }, "refund"],
    ["given back, where it was refused", { status: "failed", job: { state: "refused" } }, "refund"],
    ["paid, where the job was done", { status: "completed", job: { state: "succeeded" } }, "finalize"],
  ])("is %s", async (_what, how, kind) => {
    const id = await left(how);
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, settled: 1 });
    expect(await kinds(id)).toEqual(["reserve", kind]);
    expect(await boards.reconcileJobs()).toEqual(nothing);
  });

  it.each([
    ["that still run", { status: "processing" }],
    ["that have just been asked for", { askedMinutesAgo: 1 }],
    ["whose job waits for an admin", { job: { state: "needs_review" } }],
    ["whose job is looked after", { job: { state: "submitted", quietMinutes: 1 } }],
  ])("is left alone for those %s", async (_what, how) => {
    const id = await left(how);
    expect(await boards.reconcileJobs()).toEqual(nothing);
    expect(await kinds(id)).toEqual(["reserve"]);
  });

  it("is settled within the hour also when it was forgotten for days", async () => {
    const id = await left({ askedMinutesAgo: 3 * 24 * 60 });
    expect(await boards.reconcileJobs(new Date("2026-11-25T10:05:00Z"))).toEqual(nothing);
    expect(await boards.reconcileJobs(new Date("2026-11-25T11:00:30Z"))).toEqual({ ...nothing, settled: 1 });
    expect(await kinds(id)).toEqual(["reserve", "refund"]);
  });

  it("is settled once by many who reconcile at the same moment", async () => {
    const id = await left({});
    await Promise.all(Array.from({ length: 5 }, () => boards.reconcileJobs()));
    expect(await kinds(id)).toEqual(["reserve", "refund"]);
  });
});

describe("a job that runs for nobody", () => {
  it("is stopped, once in two minutes", async () => {
    const id = await left({ job: { state: "submitted", externalJobId: crypto.randomUUID() } });
    const counts = await Promise.all(Array.from({ length: 5 }, () => boards.reconcileJobs()));
    expect(counts.reduce((sum, { stopped }) => sum + stopped, 0)).toBe(1);
    expect(await boards.reconcileJobs()).toEqual(nothing);
    expect(ledger.told(id)).toEqual(["generation/cancelled"]);
  });

  it("is not stopped a second time while somebody watches it to its end", async () => {
    const accepted = ledger.simulator.book.accept({
      host: "api.kie.ai",
      endpoint: "veo",
      request: {},
      artifactType: "video",
      outputCount: 1,
      outputPath: "response.resultUrls[]",
      webhookUrl: null,
      fault: { kind: "slow", on: "submit", times: 1 },
    });
    const deadlineAt = new Date(Date.now() + 3600_000);
    const id = await left({ job: { state: "submitted", provider: "kie", externalJobId: accepted.id, deadlineAt } });
    const { id: jobId } = await boards.db().providerJob.findFirstOrThrow({ where: { batchId: id } });
    expect(await boards.checkJob(jobId)).toEqual({ state: "open" });
    expect(await boards.reconcileJobs()).toEqual(nothing);
    expect(ledger.told(id)).toEqual([]);
  });

  it("is left to its run while somebody wants it", async () => {
    const id = await left({ status: "processing", job: { state: "submitted", externalJobId: "x" } });
    expect(await boards.reconcileJobs()).toEqual(nothing);
    expect(await ledger.jobStateOf(id)).toBe("submitted");
  });
});

describe("a job that was heard of when its run had ended, as it waited for an admin", () => {
  it("goes on", async () => {
    const id = await left({ status: "processing", phase: "needs_review", job: { state: "submitted", externalJobId: "x", quietMinutes: 5 } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, resumed: 1 });
    expect(ledger.told(id)).toEqual(["generation/requested"]);
  });
});

describe("a job of which nobody knows whether it exists", () => {
  const accept = (request: { prompt: string }, webhookUrl: string | null, acceptedAt = minutes(20).getTime()) => {
    const job = ledger.simulator.book.accept({
      host: webhookUrl ? "api.replicate.com" : "queue.fal.run",
      endpoint: webhookUrl ? endpoints.replicate : endpoints.fal,
      request,
      artifactType: "image",
      outputCount: 1,
      outputPath: "images[].url",
      webhookUrl: null,
      fault: null,
    });
    return Object.assign(job, { acceptedAt, startsAt: acceptedAt, endsAt: acceptedAt, webhookUrl });
  };

  it.each(["intent", "unknown"])("(%s) is found where the provider lets us look, and then stopped", async (state) => {
    const request = { prompt: `found ${state}` };
    const { id: externalJobId } = accept(request, null);
    const id = await left({ job: { state, request } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, stopped: 1 });
    expect(await boards.db().providerJob.findFirst({ where: { batchId: id } })).toMatchObject({ state: "submitted", externalJobId });
    expect(ledger.told(id)).toEqual(["generation/cancelled"]);
  });

  it("is given back where the provider certainly has none", async () => {
    const id = await left({ job: { state: "intent", provider: "replicate", webhookUrl: "https://boards.test/never" } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, settled: 1 });
    expect(await ledger.jobStateOf(id)).toBe("refused");
    expect(await kinds(id)).toEqual(["reserve", "refund"]);
  });

  it.each(["intent", "unknown"])("(%s) is put before an admin where nobody can look", async (state) => {
    const id = await left({ job: { state, provider: "openai" } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, parked: 1 });
    expect(await ledger.jobStateOf(id)).toBe("needs_review");
    expect(await kinds(id)).toEqual(["reserve"]);
    expect(await boards.reconcileJobs()).toEqual(nothing);
  });

  it("is waited for as long as the provider may call", async () => {
    const webhook = { webhookUrl: "https://boards.test/hook", deadlineAt: new Date(Date.now() + 600_000) };
    const id = await left({ job: { state: "unknown", provider: "kie", ...webhook } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, waiting: 1 });
    expect(await ledger.jobStateOf(id)).toBe("unknown");
    await boards.db().providerJob.updateMany({ where: { batchId: id }, data: { updatedAt: minutes(20), deadlineAt: minutes(1) } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, parked: 1 });
  });

  it("does not keep the others from being looked after, when it cannot be asked for", async () => {
    const gone = await left({ job: { state: "unknown", generatorName: "a-generator-of-yesterday" } });
    const other = await left({ job: { state: "unknown", provider: "openai", quietMinutes: 18 } });
    expect(await boards.reconcileJobs()).toEqual({ ...nothing, parked: 2 });
    expect([await ledger.jobStateOf(gone), await ledger.jobStateOf(other)]).toEqual(["needs_review", "needs_review"]);
  });
});

describe("a batch that the engine lost", () => {
  /** A batch at work, of which nothing was heard for some minutes. */
  async function silent(quietMinutes: number, { startedMinutesAgo = 30, state = "submitted" } = {}) {
    const batchId = await left({
      status: "processing",
      startedMinutesAgo,
      job: { state, externalJobId: `at-${quietMinutes}-${state}`, quietMinutes },
    });
    const { tenantId, userId } = owner;
    await boards.db().queueSlot.create({ data: { batchId, tenantId, userId, keyId: "installation:fal", keyLimit: 9, admittedAt: minutes(30) } });
    return batchId;
  }
  const begins = async (upSeconds = 600) => {
    const before = ledger.installation.events.received.length;
    await boards.resumeLostBatches(upSeconds);
    return ledger.installation.events.received.slice(before).map(({ name, data }) => [name, data.batchId]);
  };
  beforeEach(() => boards.db().queueSlot.deleteMany());

  it.each([
    ["at its provider", "submitted"],
    ["as it was started", "intent"],
    ["as its result was stored", "succeeded"],
  ])("%s goes on in a new run after two minutes, and no other begins with it", async (_where, state) => {
    const batchId = await silent(3, { state });
    expect(await begins()).toEqual([["generation/requested", batchId]]);
    expect(await begins()).toEqual([]);
  });

  it("is none that was heard of, that pauses as it said, or that has been at work for hours and looks seldom", async () => {
    await silent(1);
    await boards.expectSilence(await silent(10), 600);
    await silent(10, { startedMinutesAgo: 120 });
    expect(await begins()).toEqual([]);
    const batchId = await silent(12, { startedMinutesAgo: 120 });
    expect(await begins()).toEqual([["generation/requested", batchId]]);
  });

  it("is none while the engine may be starting as well", async () => {
    await silent(10);
    expect(await begins(60)).toEqual([]);
  });

  it("is none while a step is at work", async () => {
    const batchId = await silent(10);
    const isHeardOf = async () => ((await boards.db().queueSlot.findUnique({ where: { batchId } }))?.admittedAt ?? 0) > minutes(1);
    await boards.whileAtWork(batchId, () => until(isHeardOf), 5);
    expect(await begins()).toEqual([]);
  });
});
