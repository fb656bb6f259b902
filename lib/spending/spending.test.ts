import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { spendingGroups } from "@/lib/spending/spending";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let viewers: Viewer[];
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/spending/spending")),
});
let boards: Awaited<ReturnType<typeof load>>;

const hourMs = 3_600_000;
const now = Date.now();
const days = 5;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  viewers = [await installation.viewer("owner"), await installation.viewer("member"), await installation.viewer("other", "elsewhere")];
  const boardIds = [uuidv7(), uuidv7(), null];
  for (let number = 0; number < 120; number++) {
    const { tenantId, userId } = viewers[number % viewers.length] as Viewer;
    const about = {
      tenantId,
      userId,
      generationId: uuidv7(),
      boardId: boardIds[number % 7 ? number % 2 : 2] ?? null,
      generatorName: number % 11 ? `generator-${number % 4}` : null,
      balanceAfter: 0,
    };
    const askedAt = new Date(now - ((number * 53) % (days * 24)) * hourMs);
    // Settled hours later, many on another day; some never, some for nothing.
    const settledAt = new Date(askedAt.getTime() + (number % 9) * hourMs);
    const reserve = { ...about, transactionType: "reserve", amount: -0.05 - number / 1000, createdAt: askedAt };
    const end = {
      ...about,
      transactionType: number % 5 ? "finalize" : "refund",
      amount: number % 5 ? 0.01 : 0.05 + number / 1000,
      createdAt: settledAt,
    };
    await boards.db().creditTransaction.createMany({ data: number % 6 === 0 ? [reserve] : number % 6 === 1 ? [reserve, end] : [reserve] });
    if (number % 6 > 1) await boards.db().creditTransaction.create({ data: end });
  }
  // No spending of a generation.
  const [owner] = viewers as [Viewer];
  await boards.db().creditTransaction.create({
    data: { tenantId: owner.tenantId, userId: owner.userId, transactionType: "grant", amount: 10, balanceAfter: 10 },
  });
});
afterAll(() => installation.close());

/** Line by line from the ledger, in JavaScript. */
async function byHand(whose: { tenantId?: string; userId?: string }, from: Date, to: Date, groupBy: (typeof spendingGroups)[number]) {
  const lines = await boards.db().creditTransaction.findMany({ where: { generationId: { not: null } } });
  const sums = new Map<string, { usd: number; generations: number }>();
  for (const asked of lines) {
    const isMine = (!whose.tenantId || asked.tenantId === whose.tenantId) && (!whose.userId || asked.userId === whose.userId);
    if (asked.transactionType !== "reserve" || asked.createdAt < from || asked.createdAt >= to || !isMine) continue;
    const day = asked.createdAt.toISOString().slice(0, 10);
    const keys = { tenant: asked.tenantId, user: asked.userId, board: asked.boardId ?? "", generator: asked.generatorName ?? "", day };
    const sum = sums.get(keys[groupBy]) ?? { usd: 0, generations: 0 };
    for (const line of lines) if (line.generationId === asked.generationId) sum.usd -= Number(line.amount);
    sums.set(keys[groupBy], { usd: sum.usd, generations: sum.generations + 1 });
  }
  return Object.fromEntries([...sums].map(([key, { usd, generations }]) => [key, { usd: usd.toFixed(6), generations }]));
}

const at = (hours: number) => new Date(now - hours * hourMs);
const midnight = (daysAgo: number) => new Date(Math.floor(now / (24 * hourMs)) * 24 * hourMs - daysAgo * 24 * hourMs);
const periods = {
  "all of it": () => [new Date(0), at(-1)],
  "until tomorrow": () => [new Date(0), at(-30)],
  "whole days": () => [midnight(3), midnight(1)],
  "from one hour to another, days apart": () => [at(70), at(20)],
  "within one day": () => [new Date(midnight(1).getTime() + 3 * hourMs), new Date(midnight(1).getTime() + 9 * hourMs)],
  "over midnight": () => [new Date(midnight(1).getTime() - 4 * hourMs), new Date(midnight(1).getTime() + 4 * hourMs)],
  "from the middle of a day on": () => [at(30), at(-1)],
  nothing: () => [at(10), at(10)],
} as Record<string, () => [Date, Date]>;

describe("spending, by its daily sums,", () => {
  it.each(Object.keys(periods))("is what the ledger says: %s", async (name) => {
    const [from, to] = (periods[name] as () => [Date, Date])();
    const [owner] = viewers as [Viewer];
    for (const whose of [{}, { tenantId: owner.tenantId }, { tenantId: owner.tenantId, userId: owner.userId }])
      for (const groupBy of ["tenant", "user", "board", "generator", "day"] as const) {
        const rows = await boards.spendingOf(whose, { from, to, groupBy });
        const found = Object.fromEntries(rows.map(({ key, usd, generations }) => [key, { usd: usd.toFixed(6), generations }]));
        expect(found).toEqual(await byHand(whose, from, to, groupBy));
      }
  });

  it("goes with the person", async () => {
    const [, member] = viewers as [Viewer, Viewer];
    await boards.db().user.delete({ where: { id: member.userId } });
    expect(await boards.db().spendingDay.count({ where: { userId: member.userId } })).toBe(0);
  });
});
