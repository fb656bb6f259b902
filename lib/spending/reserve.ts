import { say } from "@/lib/messages/say";
import type { Transaction } from "@/lib/platform/db/client";
import { post } from "@/lib/spending/post";
import { checkSpendingLimits } from "@/lib/spending/spending-limits";
import { splitEvenly } from "@/lib/spending/split-evenly";
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
  // As the ledger adds up: a third of $0.20 three times is $0.20, and fits into $0.20.
  const usd = rows.reduce((sum, row) => sum.plus(row.estimatedCostUsd), new Prisma.Decimal(0)).toDecimalPlaces(6);
  const shares = splitEvenly(usd, rows.length);
  const { isCounting } = await checkSpendingLimits(tx, { tenantId, userId, generations: rows.length, usd });
  if (usd.lte(0) && !isBilled && !isCounting) return;
  const [line, ...lines] = rows.map((row, index) => ({
    tenantId,
    userId,
    type: "reserve" as const,
    amount: (shares[index] ?? new Prisma.Decimal(0)).negated(),
    description: say("reasons.spending.line", { type: "reserve", generator: row.generatorName }),
    generationId: row.id,
    boardId: row.boardId,
    generatorName: row.generatorName,
    metadata: { batchId: row.batchId },
  }));
  if (line) await post(tx, [line, ...lines]);
}
