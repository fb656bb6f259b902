import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/prisma/generated/client";

/** Spending is answered in at most this many rows. */
export const maximumSpendingRows = 1000;

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
  tenant: Prisma.sql`asked.tenant_id::text`,
  user: Prisma.sql`asked.user_id::text`,
  board: Prisma.sql`coalesce(asked.board_id::text, '')`,
  generator: Prisma.sql`coalesce(asked.generator_name, '')`,
  day: Prisma.sql`to_char(asked.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
};

/**
 * What was asked for between two moments, and what it cost whenever that was settled: of everyone, of a tenant, or of one person in it.
 * The largest first, days in order.
 */
export async function spendingOf(
  { tenantId, userId }: { tenantId?: string; userId?: string },
  { from, to, groupBy }: { from: Date; to: Date; groupBy: (typeof spendingGroups)[number] },
): Promise<SpendingRow[]> {
  const rows = await db().$queryRaw<{ key: string; usd: Prisma.Decimal; generations: number }[]>`
    SELECT ${columns[groupBy]} AS key, -sum(line.amount) AS usd, count(DISTINCT asked.generation_id)::int AS generations
    FROM boards.credit_transactions AS asked JOIN boards.credit_transactions AS line USING (generation_id)
    WHERE asked.transaction_type = 'reserve' AND asked.created_at >= ${from} AND asked.created_at < ${to}
      AND line.transaction_type IN ('reserve', 'finalize', 'refund')
      ${tenantId ? Prisma.sql`AND asked.tenant_id = ${tenantId}::uuid` : Prisma.empty}
      ${userId ? Prisma.sql`AND asked.user_id = ${userId}::uuid` : Prisma.empty}
    GROUP BY 1 ORDER BY ${groupBy === "day" ? Prisma.sql`1` : Prisma.sql`2 DESC, 1`} LIMIT ${maximumSpendingRows}`;
  return rows.map(({ key, usd, generations }) => ({ key, usd: Number(usd), generations }));
}
