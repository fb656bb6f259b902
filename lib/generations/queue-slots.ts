import { availableParallelism } from "node:os";
import { generationRequested } from "@/inngest/events";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { accessesOf } from "@/lib/generators/provider-keys/provider-access";
import { db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { sqlList } from "@/lib/platform/db/sql-list";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { Prisma } from "@/prisma/generated/client";

/** A transaction of Prisma's has five seconds: after an interruption a whole queue may have its turn. */
const admittedAtOnce = 100;

/** On whose key a generator works for a tenant, and how many batches that key may have at work. Throws nothing: a missing key is said elsewhere. */
export async function queueKeyOf(tenantId: string, generator: Generator): Promise<{ keyId: string; keyLimit: number }> {
  const { concurrency } = env();
  const provider = findProvider(generator.provider);
  if (!provider) return { keyId: "local", keyLimit: concurrency.key ?? availableParallelism() * 4 };
  const [found] = await accessesOf(tenantId, [provider]);
  return { keyId: found?.keyId ?? `installation:${provider.name}`, keyLimit: concurrency.key ?? provider.concurrency };
}

/** Ends the turns of those batches of which nothing is live any more, in the transaction that ended them. */
export async function releaseSlots(tx: Transaction, batchIds: string[]): Promise<void> {
  if (batchIds.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM boards.generation_turns AS turn WHERE batch_id = ANY(${batchIds}::uuid[]) AND NOT EXISTS (
      SELECT FROM boards.generations AS g WHERE g.batch_id = turn.batch_id AND g.status IN (${sqlList(liveStatuses)}))`;
}

/** Ends turns whose batch went in another way than by ending, as with its board, so that nobody waits for them. Answers how many. */
export async function releaseLostSlots(): Promise<number> {
  return asInstallation(
    () => db().$executeRaw`
      DELETE FROM boards.generation_turns AS turn WHERE created_at < now() - interval '1 minute' AND NOT EXISTS (
        SELECT FROM boards.generations AS g WHERE g.batch_id = turn.batch_id AND g.status IN (${sqlList(liveStatuses)}))`,
  );
}

/**
 * Lets batches begin for which there is room: by key, tenant and person. Of those who wait, the person with the fewest at work is next,
 * so that a hundred of one do not delay the single one of another. Costs the same however long the queue is. Answers how many began.
 */
export async function admitGenerations(): Promise<number> {
  return asInstallation(async () => {
    // Whoever begins to wait looks for room after that is committed, as whoever makes room does: one of the two sees the other.
    if (!(await isAnyoneWaiting())) return 0;
    let count = 0;
    for (;;) {
      const events = await db().$transaction(admitSome);
      await sendOutboxEvents(events);
      count += events.length;
      if (events.length < admittedAtOnce) return count;
    }
  });
}

async function isAnyoneWaiting(): Promise<boolean> {
  const [found] = await db().$queryRaw<{ is_waiting: boolean }[]>`
    SELECT EXISTS (SELECT FROM boards.generation_turns WHERE admitted_at IS NULL) AS is_waiting`;
  return found?.is_waiting === true;
}

async function admitSome(tx: Transaction) {
  const admitted: Awaited<ReturnType<typeof writeOutboxEvent>>[] = [];
  // Whoever holds the lock sees every turn that began before.
  await lock(tx, "generation-turns");
  while (admitted.length < admittedAtOnce) {
    const [next] = await tx.$queryRaw<{ batch_id: string; user_id: string; tenant_id: string }[]>(nextTurn());
    if (!next) break;
    await tx.queueSlot.update({ where: { batchId: next.batch_id }, data: { admittedAt: new Date() } });
    const data = { batchId: next.batch_id, userId: next.user_id, tenantId: next.tenant_id };
    admitted.push(await writeOutboxEvent(tx, generationRequested.name, data));
  }
  return admitted;
}

// One index probe for each pair of key and person that waits, whatever the length of their queues.
const nextTurn = () => Prisma.sql`
  WITH RECURSIVE pair AS (
    (SELECT key_id, user_id FROM boards.generation_turns WHERE admitted_at IS NULL ORDER BY key_id, user_id LIMIT 1)
    UNION ALL
    SELECT n.key_id, n.user_id FROM pair, LATERAL (
      SELECT t.key_id, t.user_id FROM boards.generation_turns AS t
      WHERE t.admitted_at IS NULL AND (t.key_id, t.user_id) > (pair.key_id, pair.user_id) ORDER BY t.key_id, t.user_id LIMIT 1
    ) AS n
  ), at_work AS (
    SELECT key_id, user_id, tenant_id FROM boards.generation_turns WHERE admitted_at IS NOT NULL
  )
  SELECT first.batch_id, first.user_id, first.tenant_id FROM pair, LATERAL (
    SELECT t.* FROM boards.generation_turns AS t
    WHERE t.admitted_at IS NULL AND t.key_id = pair.key_id AND t.user_id = pair.user_id ORDER BY t.created_at LIMIT 1
  ) AS first, LATERAL (SELECT count(*) AS users FROM at_work WHERE at_work.user_id = first.user_id) AS busy
  WHERE (SELECT count(*) FROM at_work WHERE at_work.key_id = first.key_id) < first.key_limit
    AND (SELECT count(*) FROM at_work WHERE at_work.tenant_id = first.tenant_id) < ${env().concurrency.tenant}
    AND busy.users < ${env().concurrency.user}
  ORDER BY busy.users, first.created_at LIMIT 1`;
