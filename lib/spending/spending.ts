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

/** What stands for no board in a key of the sums. */
const noBoard = Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`;

const columns = {
  tenant: Prisma.sql`tenant_id::text`,
  user: Prisma.sql`user_id::text`,
  board: Prisma.sql`CASE WHEN board_id = ${noBoard} THEN '' ELSE board_id::text END`,
  generator: Prisma.sql`generator_name`,
  day: Prisma.sql`to_char(day, 'YYYY-MM-DD')`,
};

const dayMs = 86_400_000;

/**
 * What was asked for between two moments, and what it cost whenever that was settled: of everyone, of a tenant, or of one person in it.
 * The largest first, days in order. Whole days (UTC) are read from their sums, the rest of a first and last day from the ledger.
 */
export async function spendingOf(
  { tenantId, userId }: { tenantId?: string; userId?: string },
  { from, to, groupBy }: { from: Date; to: Date; groupBy: (typeof spendingGroups)[number] },
): Promise<SpendingRow[]> {
  const firstDay = new Date(Math.ceil(from.getTime() / dayMs) * dayMs);
  // Nothing is asked for after this moment: today's sum ends here.
  const lastDay = to.getTime() >= Date.now() ? to : new Date(Math.floor(to.getTime() / dayMs) * dayMs);
  const whose = (table: "spent" | "asked") => Prisma.sql`
    ${tenantId ? Prisma.sql`AND ${Prisma.raw(table)}.tenant_id = ${tenantId}::uuid` : Prisma.empty}
    ${userId ? Prisma.sql`AND ${Prisma.raw(table)}.user_id = ${userId}::uuid` : Prisma.empty}`;
  const askedBetween = (start: Date, end: Date) => Prisma.sql`
    UNION ALL
    SELECT (asked.created_at AT TIME ZONE 'UTC')::date, asked.tenant_id, asked.user_id, coalesce(asked.board_id, ${noBoard}),
      coalesce(asked.generator_name, ''), -line.amount, CASE WHEN line.id = asked.id THEN 1 ELSE 0 END
    FROM boards.credit_transactions AS asked JOIN boards.credit_transactions AS line USING (generation_id)
    WHERE asked.transaction_type = 'reserve' AND asked.created_at >= ${start} AND asked.created_at < ${end} ${whose("asked")}
      AND line.transaction_type IN ('reserve', 'finalize', 'refund')`;
  const isWithinOneDay = firstDay >= lastDay;
  const rows = await db().$queryRaw<{ key: string; usd: Prisma.Decimal; generations: number }[]>`
    WITH spent AS (
      SELECT day, tenant_id, user_id, board_id, generator_name, usd, generations FROM boards.spending_days AS spent
      WHERE day >= ${firstDay}::date AND day < ${lastDay}::timestamptz AT TIME ZONE 'UTC' ${whose("spent")}
      ${isWithinOneDay ? askedBetween(from, to) : Prisma.sql`${askedBetween(from, firstDay)} ${askedBetween(lastDay, to)}`}
    )
    SELECT ${columns[groupBy]} AS key, sum(usd) AS usd, sum(generations)::int AS generations FROM spent
    GROUP BY 1 ORDER BY ${groupBy === "day" ? Prisma.sql`1` : Prisma.sql`2 DESC, 1`} LIMIT ${maximumSpendingRows}`;
  return rows.map(({ key, usd, generations }) => ({ key, usd: Number(usd), generations }));
}
