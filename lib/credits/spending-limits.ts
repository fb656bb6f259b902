import type { Transaction } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

/** What somebody is about to spend. */
interface Spending {
  tenantId: string;
  userId: string;
  generations: number;
  usd: number;
}

/** When the current day or month began, by UTC. */
export function periodStart(period: string, now = new Date()): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), period === "day" ? now.getUTCDate() : 1));
}

/** Throws when this spending would go beyond a limit of the tenant or the person, or beyond the balance where the tenant asks for one. */
export async function checkSpendingLimits(tx: Transaction, { tenantId, userId, generations, usd }: Spending): Promise<void> {
  const [limits, tenant] = await Promise.all([
    tx.spendingLimit.findMany({ where: { tenantId, OR: [{ userId: null }, { userId }] } }),
    tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { settings: true } }),
  ]);
  const needsBalance = (tenant.settings as { requiresCredits?: boolean }).requiresCredits === true;
  if (limits.length === 0 && !needsBalance) return;
  // Two requests at once must not both fit into what is left for one.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`spending:${tenantId}`}, 0))`;
  for (const limit of limits) {
    const used = await usedSince(tx, periodStart(limit.period), tenantId, limit.userId);
    const whose = limit.userId ? "Your" : "The tenant's";
    if (limit.maxUsd && used.usd.plus(usd).gt(limit.maxUsd))
      throw new BoardsError("credits.limit_reached", {
        message: `${whose} limit of $${limit.maxUsd.toFixed(2)} a ${limit.period} leaves $${Prisma.Decimal.max(limit.maxUsd.minus(used.usd), 0).toFixed(2)}; this would cost $${usd.toFixed(2)}`,
      });
    if (limit.maxGenerations !== null && used.generations + generations > limit.maxGenerations)
      throw new BoardsError("credits.limit_reached", {
        message: `${whose} limit of ${limit.maxGenerations} generations a ${limit.period} leaves ${Math.max(limit.maxGenerations - used.generations, 0)}`,
      });
  }
  if (!needsBalance || usd === 0) return;
  const balance = (await tx.creditAccount.findUnique({ where: { userId } }))?.balance ?? new Prisma.Decimal(0);
  if (balance.lt(usd))
    throw new BoardsError("credits.balance_too_low", { message: `This would cost $${usd.toFixed(2)}, and $${balance.toFixed(2)} are left` });
}

async function usedSince(tx: Transaction, since: Date, tenantId: string, userId: string | null) {
  const whose = { tenantId, ...(userId ? { userId } : {}), createdAt: { gte: since } };
  const [spent, generations] = await Promise.all([
    tx.creditTransaction.aggregate({ where: { ...whose, transactionType: { in: ["reserve", "finalize", "refund"] } }, _sum: { amount: true } }),
    tx.generation.count({ where: { ...whose, generatorName: { not: "user-upload" } } }),
  ]);
  return { usd: (spent._sum.amount ?? new Prisma.Decimal(0)).negated(), generations };
}
