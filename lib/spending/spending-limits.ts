import { say } from "@/lib/messages/say";
import type { Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { BoardsError } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";

/** What someone is about to spend. */
interface Spending {
  tenantId: string;
  userId: string;
  generations: number;
  usd: Prisma.Decimal;
}

/** When the current day or month began, by UTC. */
export function periodStart(period: string, now = new Date()): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), period === "day" ? now.getUTCDate() : 1));
}

/**
 * Throws when this spending would go beyond a limit of the tenant or the person, or beyond the balance where the tenant asks for one.
 * Answers whether generations are counted here, so that also one that is free has to leave a line.
 */
export async function checkSpendingLimits(tx: Transaction, { tenantId, userId, generations, usd }: Spending): Promise<{ isCounting: boolean }> {
  const rules = await rulesFor(tx, tenantId, userId);
  const limits = rules.flatMap(({ period, ...limit }) => (period === null ? [] : [{ ...limit, period }]));
  const isCounting = limits.some(({ maxGenerations }) => maxGenerations !== null);
  const needsBalance = rules[0]?.needsBalance === true;
  if (limits.length === 0 && !needsBalance) return { isCounting };
  // Two requests at once must not both fit into what is left for one.
  await lock(tx, `spending:${tenantId}`);
  for (const { userId: person, period, maxUsd, maxGenerations } of limits) {
    const used = await usedSince(tx, periodStart(period), tenantId, person);
    const whose = person ? "own" : "tenant";
    // What is free may be made also where everything is spent.
    if (maxUsd && usd.gt(0) && used.usd.plus(usd).gt(maxUsd))
      throw new BoardsError("credits.limit_reached", {
        message: say("reasons.spending.usdLimit", {
          whose,
          period,
          cost: dollars(usd),
          limit: dollars(maxUsd),
          left: dollars(Prisma.Decimal.max(maxUsd.minus(used.usd), 0)),
        }),
      });
    if (maxGenerations !== null && used.generations + generations > maxGenerations)
      throw new BoardsError("credits.limit_reached", {
        message: say("reasons.spending.generationLimit", {
          whose,
          period,
          limit: maxGenerations,
          left: Math.max(maxGenerations - used.generations, 0),
        }),
      });
  }
  if (!needsBalance || usd.lte(0)) return { isCounting };
  const balance = (await tx.creditAccount.findUnique({ where: { userId } }))?.balance ?? new Prisma.Decimal(0);
  if (balance.lt(usd))
    throw new BoardsError("credits.balance_too_low", { message: say("reasons.spending.balance", { cost: dollars(usd), balance: dollars(balance) }) });
  return { isCounting };
}

interface Rule {
  userId: string | null;
  /** Null where there is no limit. */
  period: string | null;
  maxUsd: Prisma.Decimal | null;
  maxGenerations: number | null;
  needsBalance: boolean;
}

// A row for each limit, or one without where there is none; all say whether the tenant asks for a balance.
const rulesFor = (tx: Transaction, tenantId: string, userId: string) => tx.$queryRaw<Rule[]>`
  SELECT limits.user_id AS "userId", limits.period, limits.max_usd AS "maxUsd", limits.max_generations AS "maxGenerations",
    coalesce(tenant.settings -> 'requiresCredits' = 'true', false) AS "needsBalance"
  FROM boards.tenants AS tenant LEFT JOIN boards.spending_limits AS limits
    ON limits.tenant_id = tenant.id AND (limits.user_id IS NULL OR limits.user_id = ${userId}::uuid)
  WHERE tenant.id = ${tenantId}::uuid`;

// What was asked for since then, whenever it was settled: money that comes back today for yesterday's requests is not today's to spend.
// The ledger keeps count of what was deleted since; copies and uploads are no requests.
async function usedSince(tx: Transaction, since: Date, tenantId: string, userId: string | null) {
  const whose = Prisma.sql`tenant_id = ${tenantId}::uuid AND created_at >= ${since} ${userId ? Prisma.sql`AND user_id = ${userId}::uuid` : Prisma.empty}`;
  const asked = Prisma.sql`SELECT generation_id FROM boards.credit_transactions WHERE transaction_type = 'reserve' AND ${whose}`;
  const [used] = await tx.$queryRaw<{ usd: Prisma.Decimal; generations: number }[]>`
    SELECT
      (SELECT coalesce(-sum(line.amount), 0) FROM (${asked}) AS asked JOIN boards.credit_transactions AS line USING (generation_id)
        WHERE line.transaction_type IN ('reserve', 'finalize', 'refund')) AS usd,
      (SELECT count(*)::int FROM (
        SELECT id FROM boards.generations
        WHERE ${whose} AND generator_name NOT LIKE 'user-upload%' AND output_metadata -> 'copied_from' IS NULL
        UNION ${asked}) AS made) AS generations`;
  return used ?? { usd: new Prisma.Decimal(0), generations: 0 };
}

// Cents, and what is smaller where there is any.
function dollars(amount: Prisma.Decimal): string {
  const rounded = amount.toDecimalPlaces(4);
  return `$${rounded.toFixed(Math.max(rounded.decimalPlaces(), 2))}`;
}
