import { db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { type LedgerLine, post } from "@/lib/spending/post";
import { splitEvenly } from "@/lib/spending/split-evenly";
import { Prisma } from "@/prisma/generated/client";

const openStates = ["intent", "submitted", "unknown", "needs_review"];

type Reserved = Prisma.CreditTransactionGetPayload<{
  select: { tenantId: true; userId: true; generationId: true; boardId: true; generatorName: true; amount: true };
}>;

/** What became of one line that was set aside; null when nothing of it was paid for. */
type Cost = Prisma.Decimal | null;

/**
 * Ends what was set aside for a batch, once: what was paid is finalized, the rest goes back. Does nothing while a job of the batch may
 * still cost something. Repeating it changes nothing.
 */
export async function settleBatch(batchId: string): Promise<"settled" | "open"> {
  return db().$transaction(async (tx) => {
    await lock(tx, `settle:${batchId}`);
    const jobs = await tx.providerJob.findMany({ where: { batchId }, select: { state: true, billedUsd: true } });
    if (jobs.some((job) => openStates.includes(job.state))) return "open";
    const reserved = await reservedFor(tx, batchId);
    const settled = await tx.creditTransaction.findMany({
      where: { generationId: { in: reserved.flatMap(({ generationId }) => generationId ?? []) }, transactionType: { in: ["finalize", "refund"] } },
      select: { generationId: true },
    });
    const isSettled = new Set(settled.map(({ generationId }) => generationId));
    const costs = jobs.length > 0 ? costsAtProvider(jobs, reserved) : await costsHere(tx, batchId, reserved);

    const lines: LedgerLine[] = [];
    for (const [index, { amount, generationId, ...about }] of reserved.entries()) {
      if (!generationId || isSettled.has(generationId)) continue;
      const cost = costs[index] ?? null;
      const costUsd = cost ?? new Prisma.Decimal(0);
      const [type, what] = cost ? (["finalize", "Paid for"] as const) : (["refund", "Given back for"] as const);
      lines.push({
        ...about,
        generationId,
        type,
        amount: amount.negated().minus(costUsd),
        description: `${what} ${about.generatorName}`,
        metadata: { batchId, costUsd: costUsd.toString() },
      });
      await tx.generation.updateMany({ where: { id: generationId }, data: { costUsd } });
    }
    const [line, ...others] = lines;
    if (line) await post(tx, [line, ...others]);
    return "settled";
  });
}

// By the index on the batch, which Prisma's own filter on JSON would not use.
const reservedFor = (tx: Transaction, batchId: string) => tx.$queryRaw<Reserved[]>`
  SELECT tenant_id AS "tenantId", user_id AS "userId", generation_id AS "generationId", board_id AS "boardId", generator_name AS "generatorName", amount
  FROM boards.credit_transactions WHERE transaction_type = 'reserve' AND metadata ->> 'batchId' = ${batchId} ORDER BY id`;

// A provider charges for a job, not for what came of its outputs: whoever asked for four pays for four, also when one was cancelled or
// could not be used. Where it does not say what it charged, the estimate stands.
function costsAtProvider(jobs: { state: string; billedUsd: Prisma.Decimal | null }[], reserved: Reserved[]): Cost[] {
  const paid = jobs.filter((job) => job.state === "succeeded" || job.billedUsd?.gt(0));
  if (paid.length === 0) return [];
  const estimated = reserved.reduce((sum, { amount }) => sum.minus(amount), new Prisma.Decimal(0));
  return splitEvenly(
    paid.reduce((sum, { billedUsd }) => sum.plus(billedUsd ?? estimated), new Prisma.Decimal(0)),
    reserved.length,
  );
}

// What is made on this machine costs what an admin says it does, once it is made.
async function costsHere(tx: Transaction, batchId: string, reserved: Reserved[]): Promise<Cost[]> {
  const made = await tx.generation.findMany({ where: { batchId, status: "completed" }, select: { id: true } });
  const isMade = new Set(made.map(({ id }) => id));
  return reserved.map(({ generationId, amount }) => (generationId && isMade.has(generationId) ? amount.negated() : null));
}
