import { post, type TransactionType } from "@/lib/credits/post";
import { db } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client";

const openStates = ["intent", "submitted", "unknown", "needs_review"];

/**
 * Ends what was set aside for a batch, once: what the provider was paid is finalized, the rest goes back. Does nothing while a job
 * of the batch may still cost something. Repeating it changes nothing.
 */
export async function settleBatch(batchId: string): Promise<"settled" | "open"> {
  const jobs = await db().providerJob.findMany({ where: { batchId } });
  if (jobs.some((job) => openStates.includes(job.state))) return "open";
  const paid = jobs.filter((job) => job.state === "succeeded");

  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`settle:${batchId}`}, 0))`;
    const reserved = await tx.creditTransaction.findMany({
      where: { transactionType: "reserve", metadata: { path: ["batchId"], equals: batchId } },
      orderBy: { id: "asc" },
    });
    const ids = reserved.flatMap(({ generationId }) => generationId ?? []);
    const settled = await tx.creditTransaction.findMany({
      where: { generationId: { in: ids }, transactionType: { in: ["finalize", "refund"] } },
      select: { generationId: true },
    });
    const isSettled = new Set(settled.map(({ generationId }) => generationId));
    const open = reserved.filter(({ generationId }) => !isSettled.has(generationId));
    const estimated = reserved.reduce((sum, { amount }) => sum.minus(amount), new Prisma.Decimal(0));
    const costUsd = paid.reduce((sum, { billedUsd }) => sum.plus(billedUsd ?? estimated), new Prisma.Decimal(0));
    const shares = splitEvenly(costUsd, reserved.length);

    for (const line of open) {
      const share = shares[reserved.indexOf(line)] ?? new Prisma.Decimal(0);
      const type: TransactionType = paid.length > 0 ? "finalize" : "refund";
      const { tenantId, userId, generationId, boardId, generatorName } = line;
      const description = type === "finalize" ? `Paid for ${generatorName}` : `Given back for ${generatorName}`;
      const metadata = { batchId, costUsd: share.toString() };
      await post(tx, [
        { tenantId, userId, type, amount: line.amount.negated().minus(share), description, generationId, boardId, generatorName, metadata },
      ]);
      if (generationId) await tx.generation.updateMany({ where: { id: generationId }, data: { costUsd: share } });
    }
  });
  return "settled";
}

/** `total` in parts of a millionth, the first of which take what does not divide. */
function splitEvenly(total: Prisma.Decimal, count: number): Prisma.Decimal[] {
  if (count === 0) return [];
  const part = total.div(count).toDecimalPlaces(6, Prisma.Decimal.ROUND_DOWN);
  const rest = total.toDecimalPlaces(6).minus(part.times(count));
  return Array.from({ length: count }, (_, index) => (index === 0 ? part.plus(rest) : part));
}
