import { say } from "@/lib/messages/say";
import type { Transaction } from "@/lib/platform/db/client";
import { type LedgerLine, post } from "@/lib/spending/post";
import { Prisma } from "@/prisma/generated/client";

/** A line that was set aside for a generation. */
export type Reserved = Prisma.CreditTransactionGetPayload<{
  select: { tenantId: true; userId: true; generationId: true; boardId: true; generatorName: true; amount: true };
}>;

/** What became of one line that was set aside; null when nothing of it was paid for. */
export type Cost = Prisma.Decimal | null;

/** What was set aside for a batch, in the order of its generations. By the index on the batch, which Prisma's own filter on JSON would not use. */
export const reservedFor = (tx: Transaction, batchId: string) => tx.$queryRaw<Reserved[]>`
  SELECT tenant_id AS "tenantId", user_id AS "userId", generation_id AS "generationId", board_id AS "boardId", generator_name AS "generatorName", amount
  FROM boards.credit_transactions WHERE transaction_type = 'reserve' AND metadata ->> 'batchId' = ${batchId} ORDER BY id`;

/**
 * Ends what was set aside for a batch, once: of each line what it cost is finalized, the rest goes back. Repeating it changes nothing. Answers
 * what each generation cost that was settled now.
 */
export async function settle(
  tx: Transaction,
  batchId: string,
  reserved: Reserved[],
  costs: Cost[],
): Promise<{ id: string; costUsd: Prisma.Decimal }[]> {
  const settled = await tx.creditTransaction.findMany({
    where: { generationId: { in: reserved.flatMap(({ generationId }) => generationId ?? []) }, transactionType: { in: ["finalize", "refund"] } },
    select: { generationId: true },
  });
  const isSettled = new Set(settled.map(({ generationId }) => generationId));
  const lines: LedgerLine[] = [];
  const now: { id: string; costUsd: Prisma.Decimal }[] = [];
  for (const [index, { amount, generationId, ...about }] of reserved.entries()) {
    if (!generationId || isSettled.has(generationId)) continue;
    const cost = costs[index] ?? null;
    const costUsd = cost ?? new Prisma.Decimal(0);
    const type = cost ? ("finalize" as const) : ("refund" as const);
    lines.push({
      ...about,
      generationId,
      type,
      amount: amount.negated().minus(costUsd),
      description: say("reasons.spending.line", { type, generator: about.generatorName ?? generationId }),
      metadata: { batchId, costUsd: costUsd.toString() },
    });
    now.push({ id: generationId, costUsd });
  }
  const [line, ...others] = lines;
  if (line) await post(tx, [line, ...others]);
  return now;
}
