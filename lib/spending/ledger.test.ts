import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openLedger } from "@/lib/testing/ledger";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let owner: Viewer;

const load = async () => ({
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/spending/add-credits")),
  ...(await import("@/lib/spending/post")),
  ...(await import("@/lib/generations/provider-jobs/settle-batch")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/generations/cancel-generation")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openLedger();
  boards = await load();
  owner = await ledger.installation.viewer("owner");
});
afterAll(() => ledger.close());
afterEach(async () => expect(await ledger.imbalances()).toEqual([]));

const priceUsd = 0.012;
const sum = (lines: [string, number][]) => Math.round(lines.reduce((total, [, amount]) => total + amount, 0) * 1e6) / 1e6 + 0;

describe("the ledger", () => {
  const line = (viewer: Viewer, amount: number) => ({
    tenantId: viewer.tenantId,
    userId: viewer.userId,
    type: "grant" as const,
    amount,
    description: "test",
  });

  it("holds what the balance says, for fifty posts at the same moment by somebody who had no account yet", async () => {
    const rich = await ledger.installation.viewer("rich");
    const amounts = Array.from({ length: 50 }, (_, index) => 1 + index * 0.013);
    await Promise.all(amounts.map((amount) => boards.db().$transaction((tx) => boards.post(tx, [line(rich, amount)]))));
    const rows = await boards.db().creditTransaction.findMany({ where: { userId: rich.userId } });
    expect(rows).toHaveLength(50);
    const total = rows.reduce((rest, row) => rest + Math.round(Number(row.amount) * 1e6), 0);
    expect(Math.round((await ledger.balance(rich)) * 1e6)).toBe(total);
    // One after the other: each began where another one ended, and none twice.
    const ends = rows.map((row) => row.balanceAfter.toFixed(6));
    const begins = rows.map((row) => row.balanceAfter.minus(row.amount).toFixed(6));
    expect(new Set(ends).size).toBe(50);
    expect(begins.filter((begin) => !ends.includes(begin))).toEqual(["0.000000"]);
  });

  it("tells the balance after each of several lines", async () => {
    const person = await ledger.installation.viewer("several");
    await boards.db().$transaction((tx) => boards.post(tx, [line(person, 5), line(person, -1.5), line(person, 0.25)]));
    const rows = await boards.db().creditTransaction.findMany({ where: { userId: person.userId }, orderBy: { id: "asc" } });
    expect(rows.map((row) => Number(row.balanceAfter))).toEqual([5, 3.5, 3.75]);
  });

  it("has nothing of a transaction that was rolled back", async () => {
    const person = await ledger.installation.viewer("undone");
    const work = boards.db().$transaction(async (tx) => {
      await boards.post(tx, [line(person, 5)]);
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await ledger.balance(person)).toBe(0);
    expect(await boards.db().creditTransaction.count({ where: { userId: person.userId } })).toBe(0);
  });

  it("is only ever added to, whoever asks", async () => {
    const { batchId } = await ledger.ask(owner);
    const before = await ledger.lines(batchId);
    const change = () => boards.db().creditTransaction.updateMany({ data: { amount: 1_000_000 } });
    const remove = () => boards.db().creditTransaction.deleteMany();
    await expect(change()).rejects.toThrow(/append-only/);
    await expect(remove()).rejects.toThrow(/append-only/);
    await expect(boards.withinTenant(owner.tenantId, change)).rejects.toThrow(/permission denied|append-only/);
    await expect(boards.withinTenant(owner.tenantId, remove)).rejects.toThrow(/permission denied|append-only/);
    expect(await ledger.lines(batchId)).toEqual(before);
  });

  it("outlives generations and boards, and goes with its person or tenant", async () => {
    const guest = await ledger.installation.viewer("guest", "guests");
    const kept = await ledger.installation.viewer("kept", "guests");
    const { batchId, id, boardId } = await ledger.ask(guest);
    await boards.deleteGeneration(guest, id);
    await boards.deleteBoard(guest, boardId);
    expect(await ledger.lines(batchId)).toEqual([["reserve", -priceUsd]]);
    await ledger.ask(kept);
    await boards.db().user.delete({ where: { id: guest.userId } });
    expect(await boards.db().creditTransaction.count({ where: { tenantId: guest.tenantId } })).toBe(1);
    await boards.deleteTenant(guest.tenantId);
    expect(await boards.db().creditTransaction.count({ where: { tenantId: guest.tenantId } })).toBe(0);
  });

  it("takes no reservation and no settlement of a generation twice", async () => {
    const { id } = await ledger.ask(owner);
    const again = (type: "reserve" | "refund") => boards.db().$transaction((tx) => boards.post(tx, [{ ...line(owner, 1), type, generationId: id }]));
    await expect(again("reserve")).rejects.toThrow(/Unique constraint/);
    await again("refund");
    await expect(again("refund")).rejects.toThrow(/Unique constraint/);
  });
});

describe("asking", () => {
  it("sets the price aside, a share for each output", async () => {
    const { batchId, estimatedCostUsd } = await ledger.ask(owner, 4);
    expect(Number(estimatedCostUsd)).toBeCloseTo(priceUsd, 6);
    expect(await ledger.lines(batchId)).toEqual([1, 2, 3, 4].map(() => ["reserve", -priceUsd]));
  });

  it("for what is made here for nothing leaves no line", async () => {
    const { batchId } = await ledger.ask(owner, 2, { generatorName: "sketch" });
    await ledger.end(batchId, ["completed", "completed"]);
    expect(await boards.settleBatch(batchId)).toBe("settled");
    expect(await ledger.lines(batchId)).toEqual([]);
  });
});

describe("settling", () => {
  const done = ["completed", "completed", "completed", "completed"];

  it.each<{ what: string; jobs: { state: string; billedUsd?: number }[]; statuses?: string[]; kind: string; spent: number }>([
    { what: "a job that is silent about its price", jobs: [{ state: "succeeded" }], kind: "finalize", spent: 0.048 },
    { what: "a job that cost more", jobs: [{ state: "succeeded", billedUsd: 0.1 }], kind: "finalize", spent: 0.1 },
    { what: "a job that cost less", jobs: [{ state: "succeeded", billedUsd: 0.01 }], kind: "finalize", spent: 0.01 },
    { what: "a job that cost nothing", jobs: [{ state: "succeeded", billedUsd: 0 }], kind: "finalize", spent: 0 },
    { what: "a price that does not divide", jobs: [{ state: "succeeded", billedUsd: 0.000_007 }], kind: "finalize", spent: 0.000_007 },
    { what: "a job that failed", jobs: [{ state: "failed" }], kind: "refund", spent: 0 },
    { what: "a job that was stopped", jobs: [{ state: "cancelled" }], kind: "refund", spent: 0 },
    { what: "a job that was refused", jobs: [{ state: "refused" }], kind: "refund", spent: 0 },
    { what: "a job that was never started", jobs: [], statuses: ["cancelled", "cancelled", "cancelled", "cancelled"], kind: "refund", spent: 0 },
    { what: "a second start", jobs: [{ state: "refused" }, { state: "succeeded", billedUsd: 0.02 }], kind: "finalize", spent: 0.02 },
    {
      what: "a batch of which one was cancelled and one could not be used: the provider was paid for four",
      jobs: [{ state: "succeeded", billedUsd: 0.048 }],
      statuses: ["completed", "failed", "cancelled", "completed"],
      kind: "finalize",
      spent: 0.048,
    },
    {
      what: "a batch of which nothing could be used",
      jobs: [{ state: "succeeded" }],
      statuses: ["failed", "failed", "failed", "failed"],
      kind: "finalize",
      spent: 0.048,
    },
  ])("$what", async ({ jobs, statuses = done, kind, spent }) => {
    const before = await ledger.balance(owner);
    const batch = await ledger.ask(owner, 4);
    for (const [index, job] of jobs.entries()) await ledger.job(batch, { ...job, attempt: index + 1 });
    await ledger.end(batch.batchId, statuses);
    expect(await boards.settleBatch(batch.batchId)).toBe("settled");
    const lines = await ledger.lines(batch.batchId);
    expect(lines.map(([type]) => type)).toEqual(["reserve", "reserve", "reserve", "reserve", kind, kind, kind, kind]);
    expect(sum(lines)).toBe(0 - spent);
    expect((await ledger.balance(owner)) - before).toBeCloseTo(-spent, 6);
    const rows = await boards.db().generation.findMany({ where: { batchId: batch.batchId } });
    expect(Math.round(rows.reduce((total, row) => total + Number(row.costUsd), 0) * 1e6) / 1e6).toBe(spent);
  });

  it.each(["intent", "submitted", "unknown", "needs_review"])("waits while a job is %s, which may still cost something", async (state) => {
    const batch = await ledger.ask(owner);
    await ledger.end(batch.batchId, ["cancelled"]);
    const { id } = await ledger.job(batch, { state });
    expect(await boards.settleBatch(batch.batchId)).toBe("open");
    expect(await ledger.lines(batch.batchId)).toEqual([["reserve", -priceUsd]]);
    await boards.db().providerJob.update({ where: { id }, data: { state: "cancelled" } });
    expect(await boards.settleBatch(batch.batchId)).toBe("settled");
    expect(sum(await ledger.lines(batch.batchId))).toBe(0);
  });

  it("again, and ten times at the same moment, changes nothing", async () => {
    const batch = await ledger.ask(owner, 3);
    await ledger.job(batch, { state: "succeeded", billedUsd: 0.1 });
    await ledger.end(batch.batchId, done);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => boards.settleBatch(batch.batchId)));
    expect(new Set(outcomes)).toEqual(new Set(["settled"]));
    const lines = await ledger.lines(batch.batchId);
    expect(lines).toHaveLength(6);
    expect(sum(lines)).toBe(-0.1);
    await boards.settleBatch(batch.batchId);
    expect(await ledger.lines(batch.batchId)).toEqual(lines);
  });

  it("counts what was deleted meanwhile", async () => {
    const batch = await ledger.ask(owner, 2);
    await ledger.job(batch, { state: "succeeded", billedUsd: 0.5 });
    await ledger.end(batch.batchId, ["completed", "completed"]);
    await boards.deleteGeneration(owner, batch.id);
    await boards.settleBatch(batch.batchId);
    expect(sum(await ledger.lines(batch.batchId))).toBe(-0.5);
  });

  it("records what a provider charges although nothing was foreseen", async () => {
    await ledger.price(owner, 0);
    const batch = await ledger.ask(owner, 2);
    await ledger.price(owner, null);
    expect((await ledger.lines(batch.batchId)).map(([type, amount]) => [type, Math.abs(amount)])).toEqual([
      ["reserve", 0],
      ["reserve", 0],
    ]);
    await ledger.job(batch, { state: "succeeded", billedUsd: 0.03 });
    await ledger.end(batch.batchId, ["completed", "completed"]);
    await boards.settleBatch(batch.batchId);
    expect(sum(await ledger.lines(batch.batchId))).toBe(-0.03);
  });

  it("has what is made here cost what an admin says, once it is made", async () => {
    await ledger.price(owner, 0.3, "sketch");
    const { batchId } = await ledger.ask(owner, 3, { generatorName: "sketch" });
    await ledger.price(owner, null, "sketch");
    await ledger.end(batchId, ["completed", "failed", "completed"]);
    await boards.settleBatch(batchId);
    const lines = await ledger.lines(batchId);
    expect(lines.slice(3).map(([type, amount]) => [type, amount])).toEqual([
      ["finalize", 0],
      ["refund", 0.1],
      ["finalize", 0],
    ]);
    expect(sum(lines)).toBe(-0.2);
  });

  it("finds its batch by an index, not by reading the ledger", async () => {
    const batch = await ledger.ask(owner);
    await ledger.end(batch.batchId, ["failed"]);
    const statements: { query: string; params: string }[] = [];
    boards.db().$on("query", (event) => statements.push(event));
    await boards.settleBatch(batch.batchId);
    const found = statements.find(({ query }) => query.includes("batchId"));
    const plan = await boards.db().$transaction(async (tx) => {
      // The table is small yet.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${found?.query}`, batch.batchId);
    });
    expect(JSON.stringify(plan)).toContain("idx_credit_transactions_batch");
  });
});

describe("adding credits", () => {
  it("gives to a person of the tenant, by its admins", async () => {
    const member = await ledger.installation.viewer("member");
    expect(await boards.addCredits(owner, { userId: member.userId, usd: 12.5, kind: "grant", description: "Welcome" })).toBe(12.5);
    expect(await boards.addCredits(owner, { userId: member.userId, usd: 7.5, kind: "purchase" })).toBe(20);
    const rows = await boards.db().creditTransaction.findMany({ where: { userId: member.userId }, orderBy: { id: "asc" } });
    expect(rows.map((row) => [row.transactionType, Number(row.amount), row.description])).toEqual([
      ["grant", 12.5, "Welcome"],
      ["purchase", 7.5, "Purchased"],
    ]);
  });

  it.each([
    ["nothing", { usd: 0 }, "usd"],
    ["less than nothing", { usd: -5 }, "usd"],
    ["what is no number", { usd: Number.NaN }, "usd"],
    ["of another kind", { kind: "refund" }, "kind"],
    ["to nobody", { userId: "nobody" }, "userId"],
  ])("refuses %s, and names the field", async (_what, wrong, field) => {
    const input = { userId: owner.userId, usd: 1, kind: "grant", ...wrong };
    await expect(boards.addCredits(owner, input)).rejects.toMatchObject({ reason: "input.invalid", field });
  });

  it("reaches nobody of another tenant, and no member may", async () => {
    const stranger = await ledger.installation.viewer("stranger", "elsewhere");
    const member = await ledger.installation.viewer("member");
    const input = { usd: 1, kind: "grant" };
    await expect(boards.addCredits(owner, { ...input, userId: stranger.userId })).rejects.toMatchObject({ reason: "user.not_found" });
    await expect(boards.addCredits(member, { ...input, userId: member.userId })).rejects.toMatchObject({ reason: "auth.admin_required" });
  });
});
