import { post } from "@/lib/credits/post";
import { checkSpendingLimits } from "@/lib/credits/spending-limits";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** The rows of a batch that is about to exist. */
type NewGeneration = Pick<Prisma.GenerationUncheckedCreateInput, "id" | "tenantId" | "boardId" | "userId" | "generatorName" | "batchId"> & {
  id: string;
  estimatedCostUsd: number;
};

/**
 * Sets the estimated price of a batch aside, in the transaction that creates it, before any provider hears of it. Refused with
 * `credits.limit_reached` or `credits.balance_too_low` where a limit was set. What is free leaves no line.
 */
export async function reserve(tx: Transaction, rows: NewGeneration[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const totalUsd = rows.reduce((sum, row) => sum + row.estimatedCostUsd, 0);
  await checkSpendingLimits(tx, { tenantId: first.tenantId, userId: first.userId, generations: rows.length, usd: totalUsd });
  const [line, ...lines] = rows
    .filter((row) => row.estimatedCostUsd > 0)
    .map((row) => ({
      tenantId: row.tenantId,
      userId: row.userId,
      type: "reserve" as const,
      amount: -row.estimatedCostUsd,
      description: `Set aside for ${row.generatorName}`,
      generationId: row.id,
      boardId: row.boardId,
      generatorName: row.generatorName,
      metadata: { batchId: row.batchId },
    }));
  if (line) await post(tx, [line, ...lines]);
}
