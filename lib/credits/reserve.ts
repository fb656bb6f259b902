import { post } from "@/lib/credits/post";
import { checkSpendingLimits } from "@/lib/credits/spending-limits";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client";

/** The rows of a batch that is about to exist. */
type NewGeneration = Pick<Prisma.GenerationUncheckedCreateInput, "id" | "tenantId" | "boardId" | "userId" | "generatorName" | "batchId"> & {
  id: string;
  estimatedCostUsd: number;
};

/**
 * Sets the estimated price of a batch aside, in the transaction that creates it and before any row of it, and before any provider
 * hears of it. Refused with `credits.limit_reached` or `credits.balance_too_low` where a limit was set. What costs nothing leaves no
 * line, unless it `isBilled`: a provider may charge what nobody foresaw.
 */
export async function reserve(tx: Transaction, rows: NewGeneration[], { isBilled = false } = {}): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tenantId, userId } = first;
  // As the ledger rounds it: three times $0.10 is $0.30 and fits into $0.30.
  const priced = rows.map((row) => ({ row, usd: new Prisma.Decimal(row.estimatedCostUsd).toDecimalPlaces(6) }));
  const usd = priced.reduce((sum, each) => sum.plus(each.usd), new Prisma.Decimal(0));
  const { isCounting } = await checkSpendingLimits(tx, { tenantId, userId, generations: rows.length, usd });
  const [line, ...lines] = priced
    .filter((each) => isBilled || isCounting || each.usd.gt(0))
    .map(({ row, usd }) => ({
      tenantId,
      userId,
      type: "reserve" as const,
      amount: usd.negated(),
      description: `Set aside for ${row.generatorName}`,
      generationId: row.id,
      boardId: row.boardId,
      generatorName: row.generatorName,
      metadata: { batchId: row.batchId },
    }));
  if (line) await post(tx, [line, ...lines]);
}
