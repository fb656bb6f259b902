import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { generatorNames, type LeftBehind } from "@/lib/testing/left-behind";
import { openSimulatedLedger } from "@/lib/testing/simulated-ledger";

let ledger: Awaited<ReturnType<typeof openSimulatedLedger>>;
let admin: Viewer;
let member: Viewer;
let stranger: Viewer;

const load = async () => ({
  ...(await import("@/lib/generations/provider-jobs/settle-batch")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/provider-jobs/prepare-inputs")),
  ...(await import("@/lib/generators/catalogue/registry")),
  ...(await import("@/lib/generations/provider-jobs/cancel-job")),
  ...(await import("@/lib/generations/provider-jobs/check-job")),
  ...(await import("@/lib/generations/provider-jobs/look-for-job")),
  ...(await import("@/lib/generations/provider-jobs/review-job")),
  ...(await import("@/lib/generations/provider-jobs/submit-job")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openSimulatedLedger();
  boards = await load();
  admin = await ledger.installation.viewer("admin");
  member = await ledger.installation.viewer("member");
  stranger = await ledger.installation.viewer("stranger", "elsewhere");
});
afterAll(() => ledger.close());
beforeEach(async () => {
  ledger.simulator.faults.clear();
  await boards.db().providerHealth.deleteMany();
});

let prompts = 0;

/** A job whose start was accepted (or not) without an answer, before an admin. */
async function parked(provider: keyof typeof generatorNames, { isAccepted = true, viewer = member, more = "" } = {}) {
  const prompt = `lost ${++prompts} ${more}`.trim();
  const generatorName = generatorNames[provider];
  const artifactType = boards.findGenerator(generatorName)?.artifactType ?? "image";
  const boardId = await ledger.boardOf(viewer);
  const { batchId, tenantId } = await boards.createGeneration(viewer, { boardId, generatorName, artifactType, inputParams: { prompt } });
  await boards.prepareInputs(batchId);
  ledger.simulator.faults.add({ kind: isAccepted ? "drop-after" : "drop-before", on: "submit" });
  const submitted = await boards.submitJob(batchId);
  if (submitted.state !== "unknown") throw new Error(`expected an unknown outcome, got ${submitted.state}`);
  const { jobId } = submitted;
  await boards.park(jobId, batchId, provider);
  // It has been waiting for longer than it may take.
  await boards.db().providerJob.update({ where: { id: jobId }, data: { deadlineAt: new Date(Date.now() - 3600_000) } });
  const external = [...ledger.simulator.book.jobs.values()].find((job) => job.request.prompt === prompt)?.id ?? "";
  return { jobId, batchId, tenantId, external, prompt };
}
/** The job of a batch that is under way. */
async function leftIn(job: NonNullable<LeftBehind["job"]>): Promise<string> {
  const batchId = await ledger.leave(member, { status: "processing", job });
  return (await boards.db().providerJob.findFirstOrThrow({ where: { batchId } })).id;
}
const jobOf = (id: string) => boards.db().providerJob.findUniqueOrThrow({ where: { id } });
const rowOf = (id: string) => boards.db().generation.findUniqueOrThrow({ where: { id } });
const accepted = (prompt: string) => [...ledger.simulator.book.jobs.values()].filter((job) => job.request.prompt === prompt).length;
const now = () => ledger.installation.events.received.length;
const balance = () => ledger.balance(member);

describe("a job before an admin", () => {
  it("says who asked for it and where, though the board is not theirs to see", async () => {
    const { jobId, batchId } = await parked("openai");
    const query = "{ providerJobs(first: 100, state: NEEDS_REVIEW) { nodes { id personName boardTitle } } }";
    const jobs = async () => (await askGraphql(admin, query)).data?.providerJobs as unknown as { nodes: object[] };
    expect((await jobs()).nodes).toContainEqual({ id: jobId, personName: "member", boardTitle: "Ledger" });
    await boards.db().generation.deleteMany({ where: { batchId } });
    expect((await jobs()).nodes).toContainEqual({ id: jobId, personName: null, boardTitle: null });
    await boards.db().providerJob.delete({ where: { id: jobId } });
  });
});

describe("adopting", () => {
  it.each(["fal", "replicate", "kie"] as const)("goes on with the job that %s has, for which it gets its time anew", async (provider) => {
    const { jobId, batchId, external, prompt } = await parked(provider);
    const before = now();
    await boards.reviewJob(admin, jobId, { action: "adopt", externalJobId: ` ${external} ` });
    const job = await jobOf(jobId);
    expect(job).toMatchObject({ state: "submitted", externalJobId: external, errorCode: null });
    expect(job.deadlineAt.getTime()).toBeGreaterThan(Date.now() + 600_000);
    expect(ledger.told(batchId, before)).toEqual(["generation/requested"]);
    expect(await boards.submitJob(batchId)).toEqual({ state: "submitted", jobId });
    expect(await boards.checkJob(jobId)).toEqual({ state: "succeeded", outputCount: 1 });
    expect(accepted(prompt)).toBe(1);
  });

  it.each(["fal", "replicate", "kie", "openai"] as const)("of an id that %s does not know is refused, and the review goes on", async (provider) => {
    const { jobId, batchId } = await parked(provider);
    const before = now();
    for (const externalJobId of [crypto.randomUUID(), "wrong", " "]) {
      const wanted = boards.reviewJob(admin, jobId, { action: "adopt", externalJobId });
      await expect(wanted).rejects.toMatchObject({ reason: "input.invalid", field: "externalJobId" });
    }
    expect(await jobOf(jobId)).toMatchObject({ state: "needs_review", externalJobId: null });
    expect((await rowOf(batchId)).status).toBe("processing");
    expect(ledger.told(batchId, before)).toEqual([]);
  });

  it("of a job that is another one's is refused, also across tenants that share a key", async () => {
    const theirs = await parked("fal", { viewer: stranger });
    await boards.reviewJob(stranger, theirs.jobId, { action: "adopt", externalJobId: theirs.external });
    const ours = await parked("fal");
    const wanted = boards.reviewJob(admin, ours.jobId, { action: "adopt", externalJobId: theirs.external });
    await expect(wanted).rejects.toMatchObject({ reason: "input.invalid", field: "externalJobId" });
    expect((await jobOf(ours.jobId)).state).toBe("needs_review");
  });

  it("waits while the provider does not answer", async () => {
    const { jobId, external } = await parked("fal");
    ledger.simulator.faults.add({ kind: "error-503", on: "status" });
    const wanted = () => boards.reviewJob(admin, jobId, { action: "adopt", externalJobId: external });
    await expect(wanted()).rejects.toMatchObject({ reason: "provider.unavailable" });
    expect((await jobOf(jobId)).state).toBe("needs_review");
    await wanted();
    expect((await jobOf(jobId)).state).toBe("submitted");
  });

  it("without an id is refused by the interface as well", async () => {
    const { jobId } = await parked("fal");
    const { errors } = await askGraphql(admin, `mutation { reviewProviderJob(id: "${jobId}", action: ADOPT) { state } }`);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", field: "externalJobId" } }]);
  });
});

describe("retrying", () => {
  it("starts it anew, once, however long the review took", async () => {
    const { jobId, batchId, prompt } = await parked("openai", { isAccepted: false });
    const before = now();
    await boards.reviewJob(admin, jobId, { action: "retry" });
    expect(ledger.told(batchId, before)).toEqual(["generation/requested"]);
    ledger.simulator.faults.clear();
    const starts = await Promise.all([boards.submitJob(batchId), boards.submitJob(batchId)]);
    expect(starts.map((each) => "jobId" in each && each.jobId)).toEqual([jobId, jobId]);
    expect(accepted(prompt)).toBe(1);
    expect((await jobOf(jobId)).deadlineAt.getTime()).toBeGreaterThan(Date.now() + 600_000);
  });

  it("waits out a rate limit, as every start does", async () => {
    const { jobId, batchId } = await parked("fal", { isAccepted: false });
    await boards.reviewJob(admin, jobId, { action: "retry" });
    ledger.simulator.faults.clear();
    ledger.simulator.faults.add({ kind: "rate-limit", on: "submit", retryAfterSeconds: 7 });
    expect(await boards.submitJob(batchId)).toEqual({ state: "later", seconds: 7 });
  });
});

describe("refunding", () => {
  it("gives up and gives back", async () => {
    const before = await balance();
    const { jobId, batchId } = await parked("openai");
    expect(await balance()).toBeLessThan(before);
    const { data } = await askGraphql(admin, `mutation { reviewProviderJob(id: "${jobId}", action: REFUND) { state } }`);
    expect(data).toEqual({ reviewProviderJob: { state: "FAILED" } });
    expect(await jobOf(jobId)).toMatchObject({ state: "failed", errorCode: "provider.outcome_unknown" });
    expect(await rowOf(batchId)).toMatchObject({ status: "failed", errorCode: "provider.outcome_unknown" });
    expect(await balance()).toBeCloseTo(before, 6);
    expect((await ledger.lines(batchId)).map(([type]) => type)).toEqual(["reserve", "refund"]);
  });
});

describe("a review is refused", () => {
  it.each(["intent", "submitted", "succeeded", "failed", "cancelled", "refused"])("of a job that is %s", async (state) => {
    const jobId = await leftIn({ state });
    for (const action of ["retry", "refund"] as const)
      await expect(boards.reviewJob(admin, jobId, { action })).rejects.toMatchObject({ reason: "provider_job.not_in_review", field: "id" });
    expect((await jobOf(jobId)).state).toBe(state);
  });

  it("of a job whose start may still be on its way", async () => {
    const jobId = await leftIn({ state: "unknown", startedAt: new Date() });
    await expect(boards.reviewJob(admin, jobId, { action: "retry" })).rejects.toMatchObject({ reason: "provider_job.not_in_review" });
  });

  it.each([
    ["nobody", () => null, "auth.required"],
    ["a member", () => member, "auth.admin_required"],
    ["a key without the scope", () => ({ ...admin, scopes: ["read", "generate", "write"] as const, via: "api-key" as const }), "auth.scope_missing"],
    ["another tenant's admin", () => stranger, "provider_job.not_found"],
  ])("to %s", async (_who, viewer, reason) => {
    const { jobId } = await parked("fal");
    for (const action of ["retry", "refund"] as const) await expect(boards.reviewJob(viewer(), jobId, { action })).rejects.toMatchObject({ reason });
    expect((await jobOf(jobId)).state).toBe("needs_review");
  });

  it("of a job that does not exist", async () => {
    await expect(boards.reviewJob(admin, crypto.randomUUID(), { action: "refund" })).rejects.toMatchObject({ reason: "provider_job.not_found" });
  });

  it("to the second of two admins", async () => {
    const { jobId, batchId } = await parked("openai");
    const decisions = [{ action: "retry" }, { action: "refund" }, { action: "retry" }, { action: "refund" }] as const;
    const results = await Promise.allSettled(decisions.map((decision) => boards.reviewJob(admin, jobId, decision)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state } = await jobOf(jobId);
    expect(["refused", "failed"]).toContain(state);
    expect((await ledger.lines(batchId)).length).toBe(state === "failed" ? 2 : 1);
  });
});

describe("a job that nobody wants any more", () => {
  it("is not retried; it is refunded", async () => {
    const before = await balance();
    const { jobId, batchId } = await parked("openai");
    await boards.cancelGeneration(member, batchId);
    await expect(boards.reviewJob(admin, jobId, { action: "retry" })).rejects.toMatchObject({ reason: "input.invalid", field: "action" });
    expect(await boards.settleBatch(batchId)).toBe("open");
    await boards.reviewJob(admin, jobId, { action: "refund" });
    expect((await rowOf(batchId)).status).toBe("cancelled");
    expect(await balance()).toBeCloseTo(before, 6);
  });

  it("is stopped once it is adopted, and costs nothing", async () => {
    const { jobId, batchId, external } = await parked("fal", { more: "sim:slow" });
    Object.assign(ledger.simulator.book.jobs.get(external) ?? {}, { endsAt: Date.now() + 3600_000 });
    await boards.cancelGeneration(member, batchId);
    const before = now();
    await boards.reviewJob(admin, jobId, { action: "adopt", externalJobId: external });
    expect(ledger.told(batchId, before)).toEqual(["generation/cancelled"]);
    expect(await boards.cancelJob(batchId)).toEqual({ state: "over" });
    expect(ledger.simulator.book.jobs.get(external)?.cancelledAt).toEqual(expect.any(Number));
    await boards.settleBatch(batchId);
    expect((await ledger.lines(batchId)).map(([type]) => type)).toEqual(["reserve", "refund"]);
  });
});
