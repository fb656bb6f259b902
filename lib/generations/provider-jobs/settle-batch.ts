import { isOneOf, openStates } from "@/lib/generations/provider-jobs/job-states";
import { db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { type Cost, type Reserved, reservedFor, settle } from "@/lib/spending/settle";
import { splitEvenly } from "@/lib/spending/split-evenly";
import { Prisma } from "@/prisma/generated/client";

/**
 * Ends what was set aside for a batch, once: what was paid is finalized, the rest goes back. Does nothing while a job of the batch may
 * still cost something. Repeating it changes nothing.
 */
export async function settleBatch(batchId: string): Promise<"settled" | "open"> {
  return db().$transaction((tx) => settleWithin(tx, batchId));
}

/** The same, in a transaction that does more. */
export async function settleWithin(tx: Transaction, batchId: string): Promise<"settled" | "open"> {
  await lock(tx, `settle:${batchId}`);
  const jobs = await tx.providerJob.findMany({ where: { batchId }, select: { state: true, billedUsd: true } });
  if (jobs.some(({ state }) => isOneOf(openStates, state))) return "open";
  const reserved = await reservedFor(tx, batchId);
  if (reserved.length === 0) return "settled";
  const costs = jobs.length > 0 ? costsAtProvider(jobs, reserved) : await costsHere(tx, batchId, reserved);
  for (const { id, costUsd } of await settle(tx, batchId, reserved, costs)) await tx.generation.updateMany({ where: { id }, data: { costUsd } });
  return "settled";
}

// A provider charges for a job, not for what came of its outputs: whoever asked for four pays for four, also when one was canceled or
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
