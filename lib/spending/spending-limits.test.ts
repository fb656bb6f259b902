import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openLedger } from "@/lib/testing/ledger";
import { seedGeneration } from "@/lib/testing/seed/generation";

let ledger: Awaited<ReturnType<typeof openLedger>>;
let owner: Viewer;
let colleague: Viewer;
let stranger: Viewer;

const load = async () => ({
  ...(await import("@/lib/spending/add-credits")),
  ...(await import("@/lib/spending/post")),
  ...(await import("@/lib/generations/provider-jobs/settle-batch")),
  ...(await import("@/lib/spending/spending-limits")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/delete-generation")),
  ...(await import("@/lib/generations/move-generations")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openLedger();
  boards = await load();
});
afterAll(() => ledger.close());

// Each test has a tenant of its own, whose day is still without any spending.
let tenants = 0;
beforeEach(async () => {
  const slug = `tenant-${++tenants}`;
  owner = await ledger.installation.viewer(`owner-${slug}`, slug);
  colleague = await ledger.installation.viewer(`colleague-${slug}`, slug);
  stranger = await ledger.installation.viewer(`stranger-${slug}`, `other-${slug}`);
  await ledger.price(owner, 0.1);
});
afterEach(async () => expect(await ledger.imbalances()).toEqual([]));

const limit = (more: object) => boards.setSpendingLimit(owner, more);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { reason?: string }) => error.reason ?? String(error),
  );
const tally = async (works: Promise<unknown>[]) => {
  const reasons = await Promise.all(works.map(reasonOf));
  return { ok: reasons.filter((reason) => reason === "ok").length, refused: reasons.filter((reason) => reason === "credits.limit_reached").length };
};

/** Everything that a request leaves behind. */
async function traces() {
  const where = { tenantId: owner.tenantId };
  return {
    generations: await boards.db().generation.count({ where }),
    lines: await boards.db().creditTransaction.count({ where }),
    turns: await boards.db().queueSlot.count({ where }),
    jobs: await boards.db().providerJob.count({ where }),
    journal: await boards.db().generationEvent.count(),
    outbox: await boards.db().outboxEvent.count(),
  };
}

describe("without limits", () => {
  it("nothing is refused, and everything recorded", async () => {
    for (let time = 0; time < 12; time++) await ledger.ask(owner, 4);
    expect((await traces()).lines).toBe(48);
    expect(await ledger.balance(owner)).toBeCloseTo(-1.2, 6);
  });
});

describe("a limit", () => {
  const cases = (["day", "month"] as const).flatMap((period) =>
    (["tenant", "user"] as const).flatMap((whose) => [
      { period, whose, max: { maxUsd: 0.3 }, says: (name: string) => `This would cost $0.20, but ${name} limit of $0.30 has only $0.10 left.` },
      {
        period,
        whose,
        max: { maxGenerations: 3 },
        says: (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)} limit of 3 generations has only 1 left.`,
      },
    ]),
  );

  it.each(cases)("of a $whose a $period, $max, refuses before anything is there, and says which it is", async ({ period, whose, max, says }) => {
    await limit({ period, ...max, ...(whose === "user" ? { userId: owner.userId } : {}) });
    await ledger.ask(owner);
    await ledger.ask(whose === "tenant" ? colleague : owner);
    const before = await traces();
    if ("maxUsd" in max) await ledger.price(owner, 0.2);
    const refused = ledger.ask(owner, 2);
    const name = `${whose === "tenant" ? "the workspace's" : "your"} ${period === "day" ? "daily" : "monthly"}`;
    await expect(refused).rejects.toMatchObject({ reason: "credits.limit_reached", message: `${says(name)} Ask an admin to raise it.` });
    expect(await traces()).toEqual(before);
    // What fits still goes, and others have their own.
    await ledger.price(owner, 0.1);
    await ledger.ask(owner);
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.limit_reached");
    expect(await reasonOf(ledger.ask(colleague))).toBe(whose === "tenant" ? "credits.limit_reached" : "ok");
    expect(await reasonOf(ledger.ask(stranger, 4))).toBe("ok");
  });

  // Three times 0.1 is a little more than 0.3 to a machine, and a third of 0.2 is never exact.
  it.each([0.3, 0.2, 0.1, 0.07])("lets through what fits exactly: three for $%d", async (priceUsd) => {
    await limit({ period: "day", maxUsd: priceUsd });
    await ledger.price(owner, priceUsd);
    const { batchId } = await ledger.ask(owner, 3);
    const lines = await ledger.lines(batchId);
    expect(Math.round(lines.reduce((sum, [, amount]) => sum + amount * 1e6, 0))).toBe(Math.round(-priceUsd * 1e6));
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.limit_reached");
  });

  it("counts what is set aside, and less or more once it is settled", async () => {
    await limit({ period: "day", maxUsd: 0.3 });
    const first = await ledger.ask(owner);
    await ledger.job(first, { state: "succeeded", billedUsd: 0.25 });
    await ledger.end(first.batchId, ["completed"]);
    await boards.settleBatch(first.batchId);
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.limit_reached");
    await limit({ period: "day", maxUsd: 0.35 });
    const second = await ledger.ask(owner);
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.limit_reached");
    await ledger.end(second.batchId, ["cancelled"]);
    await boards.settleBatch(second.batchId);
    expect(await reasonOf(ledger.ask(owner))).toBe("ok");
  });

  it("does not gain by money that comes back for an earlier day", async () => {
    const yesterday = new Date(boards.periodStart("day").getTime() - 3600_000);
    const generationId = uuidv7();
    const line = { id: uuidv7(), tenantId: owner.tenantId, userId: owner.userId, generationId };
    await boards.db().creditAccount.create({ data: { userId: owner.userId, tenantId: owner.tenantId, balance: -5 } });
    await boards.db().creditTransaction.create({ data: { ...line, transactionType: "reserve", amount: -5, balanceAfter: -5, createdAt: yesterday } });
    await boards.db().$transaction((tx) => boards.post(tx, [{ ...line, type: "refund", amount: 5, description: "late" }]));
    await limit({ period: "day", maxUsd: 0.15 });
    await ledger.ask(owner);
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.limit_reached");
  });

  it("begins anew with its period, by UTC", () => {
    const now = new Date("2026-11-25T23:59:59.999Z");
    expect(boards.periodStart("day", now).toISOString()).toBe("2026-11-25T00:00:00.000Z");
    expect(boards.periodStart("month", now).toISOString()).toBe("2026-11-01T00:00:00.000Z");
    expect(boards.periodStart("month", new Date("2027-01-01T00:00:00Z")).toISOString()).toBe("2027-01-01T00:00:00.000Z");
  });

  it("forgets what was asked for before its period", async () => {
    const lastMonth = new Date(boards.periodStart("month").getTime() - 3600_000);
    const { id } = await ledger.ask(owner, 1, { generatorName: "sketch" });
    await boards.db().generation.update({ where: { id }, data: { createdAt: lastMonth } });
    await limit({ period: "month", maxGenerations: 1 });
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName: "sketch" }))).toBe("ok");
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName: "sketch" }))).toBe("credits.limit_reached");
  });

  it("of $0 still lets through what is free", async () => {
    await limit({ period: "day", maxUsd: 0 });
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.limit_reached");
    expect(await reasonOf(ledger.ask(owner, 2, { generatorName: "sketch" }))).toBe("ok");
  });

  it("of none at all refuses everything", async () => {
    await limit({ period: "day", maxGenerations: 0 });
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName: "sketch" }))).toBe("credits.limit_reached");
  });

  it.each(["sketch", "fal-flux-2"])("counts what was deleted again, %s", async (generatorName) => {
    await limit({ period: "day", maxGenerations: 2 });
    const { id, batchId } = await ledger.ask(owner, 2, { generatorName });
    await boards.deleteGeneration(owner, id);
    for (const row of await boards.db().generation.findMany({ where: { batchId } })) await boards.deleteGeneration(owner, row.id);
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName }))).toBe("credits.limit_reached");
  });

  it("counts neither uploads nor copies", async () => {
    await limit({ period: "day", maxGenerations: 2 });
    const { id, boardId } = await ledger.ask(owner, 1, { generatorName: "sketch" });
    await boards.db().generation.update({ where: { id }, data: { status: "completed" } });
    await boards.copyGenerations(owner, [id], boardId);
    await seedGeneration({ ...owner, boardId }, { generatorName: "user-upload-image" });
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName: "sketch" }))).toBe("ok");
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName: "sketch" }))).toBe("credits.limit_reached");
  });

  it.each([
    ["the money", { maxUsd: 0.35 }, 3],
    ["the number", { maxGenerations: 2 }, 2],
  ])("is kept by twelve requests at the same moment, as to %s", async (_what, max, fit) => {
    await limit({ period: "day", ...max });
    const people = [owner, colleague];
    await Promise.all(people.map(ledger.boardOf));
    const works = Array.from({ length: 12 }, (_, index) => ledger.ask(people[index % 2] ?? owner));
    expect(await tally(works)).toEqual({ ok: fit, refused: 12 - fit });
    expect((await traces()).generations).toBe(fit);
  });

  it("answers a request that is repeated at the same moment, though there was room for one", async () => {
    await limit({ period: "day", maxUsd: 0.1 });
    await ledger.boardOf(owner);
    const answers = await Promise.all(Array.from({ length: 6 }, () => ledger.ask(owner, 1, { idempotencyKey: "once" })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await ledger.balance(owner)).toBeCloseTo(-0.1, 6);
  });
});

describe("a balance that is required", () => {
  it("refuses what it does not hold, before anything is there, until somebody adds to it", async () => {
    await boards.setCreditsRequired(owner, true);
    const before = await traces();
    await expect(ledger.ask(owner)).rejects.toMatchObject({
      reason: "credits.balance_too_low",
      message: "This would cost $0.10, but your balance is $0.00. Ask an admin to add credits.",
    });
    expect(await traces()).toEqual(before);
    await boards.addCredits(owner, { userId: owner.userId, usd: 0.3, kind: "grant" });
    await ledger.price(owner, 0.3);
    await ledger.ask(owner, 3);
    expect(await reasonOf(ledger.ask(owner))).toBe("credits.balance_too_low");
    expect(await reasonOf(ledger.ask(owner, 1, { generatorName: "sketch" }))).toBe("ok");
    await boards.setCreditsRequired(owner, false);
    expect(await reasonOf(ledger.ask(owner))).toBe("ok");
  });

  it("is not spent twice by requests at the same moment", async () => {
    await boards.setCreditsRequired(owner, true);
    await boards.addCredits(owner, { userId: owner.userId, usd: 0.25, kind: "purchase" });
    await ledger.boardOf(owner);
    const reasons = await Promise.all(Array.from({ length: 8 }, () => reasonOf(ledger.ask(owner))));
    expect(reasons.filter((reason) => reason === "ok")).toHaveLength(2);
    expect(await ledger.balance(owner)).toBeCloseTo(0.05, 6);
  });

  it("is the tenant's own matter, and leaves its other settings alone", async () => {
    const where = { id: owner.tenantId };
    await boards.db().tenant.update({ where, data: { settings: { admitByClaim: true } } });
    await boards.setCreditsRequired(owner, true);
    expect((await boards.db().tenant.findUniqueOrThrow({ where })).settings).toEqual({ admitByClaim: true, requiresCredits: true });
    expect(await reasonOf(ledger.ask(stranger))).toBe("ok");
  });
});

describe("what admins read", () => {
  it("is whom a limit is of, whether credits are required, and what people have left", async () => {
    const query = "{ spendingLimits { userId personName } creditsRequired tenantUsers(first: 10) { nodes { id balanceUsd } } }";
    await limit({ period: "day", maxUsd: 5 });
    await limit({ period: "day", maxUsd: 1, userId: owner.userId });
    await boards.addCredits(owner, { userId: owner.userId, usd: 2.5, kind: "grant" });
    const { data } = await askGraphql(owner, query);
    const { tenantUsers } = data as unknown as { tenantUsers: { nodes: object[] } };
    const { displayName } = await boards.db().user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect(data?.spendingLimits).toEqual([
      { userId: null, personName: null },
      { userId: owner.userId, personName: displayName },
    ]);
    expect(data?.creditsRequired).toBe(false);
    expect(tenantUsers.nodes).toContainEqual({ id: owner.userId, balanceUsd: 2.5 });
    await boards.setCreditsRequired(owner, true);
    expect((await askGraphql(owner, "{ creditsRequired }")).data?.creditsRequired).toBe(true);
    const ofStranger = await askGraphql(owner, "query ($id: UUID!) { user(id: $id) { balanceUsd } }", { id: stranger.userId });
    expect(ofStranger.data?.user).toBeNull();
  });
});

describe("setting a limit", () => {
  it("replaces the one before, also at the same moment, and takes it away without maxima", async () => {
    await Promise.all([1, 2, 3, 4, 5].map((maxUsd) => limit({ period: "day", maxUsd })));
    expect(await boards.db().spendingLimit.count({ where: { tenantId: owner.tenantId } })).toBe(1);
    expect(await limit({ period: "day" })).toBeNull();
    expect(await boards.db().spendingLimit.count({ where: { tenantId: owner.tenantId } })).toBe(0);
  });

  it.each([
    [{ period: "year" }, "period"],
    [{ period: "day", maxUsd: -1 }, "maxUsd"],
    [{ period: "day", maxGenerations: 1.5 }, "maxGenerations"],
    [{ period: "day", userId: "me" }, "userId"],
  ])("refuses %j, and names the field", async (input, field) => {
    await expect(limit(input)).rejects.toMatchObject({ reason: "input.invalid", field });
  });

  it("is for admins, of their own people", async () => {
    await expect(boards.setSpendingLimit(colleague, { period: "day", maxUsd: 1 })).rejects.toMatchObject({ reason: "auth.admin_required" });
    await expect(boards.setCreditsRequired(colleague, true)).rejects.toMatchObject({ reason: "auth.admin_required" });
    await expect(limit({ period: "day", maxUsd: 1, userId: stranger.userId })).rejects.toMatchObject({ reason: "user.not_found" });
  });
});
