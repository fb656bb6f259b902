import { db } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client";

/** What spending can be added up by. */
export const spendingGroups = ["tenant", "user", "board", "generator", "day"] as const;

/** Net spending of a group: reserved and not yet settled counts as spent. */
export interface SpendingRow {
  /** An id, a generator's name, or a day as 2026-11-24 (UTC). */
  key: string;
  usd: number;
  generations: number;
}

const columns = {
  tenant: Prisma.sql`tenant_id::text`,
  user: Prisma.sql`user_id::text`,
  board: Prisma.sql`coalesce(board_id::text, '')`,
  generator: Prisma.sql`coalesce(generator_name, '')`,
  day: Prisma.sql`to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
};

/** Spending of a tenant, or of one person in it, between two moments; the largest first, days in order. */
export async function spendingOf(
  { tenantId, userId }: { tenantId: string; userId?: string },
  { from, to, groupBy }: { from: Date; to: Date; groupBy: (typeof spendingGroups)[number] },
): Promise<SpendingRow[]> {
  const rows = await db().$queryRaw<{ key: string; usd: Prisma.Decimal; generations: number }[]>`
    SELECT ${columns[groupBy]} AS key, -sum(amount) AS usd, count(DISTINCT generation_id)::int AS generations
    FROM boards.credit_transactions
    WHERE tenant_id = ${tenantId}::uuid AND created_at >= ${from} AND created_at < ${to} AND transaction_type IN ('reserve', 'finalize', 'refund')
      ${userId ? Prisma.sql`AND user_id = ${userId}::uuid` : Prisma.empty}
    GROUP BY 1 ORDER BY ${groupBy === "day" ? Prisma.sql`1` : Prisma.sql`2 DESC, 1`} LIMIT 1000`;
  return rows.map(({ key, usd, generations }) => ({ key, usd: Number(usd), generations }));
}
