import { availableParallelism } from "node:os";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { releasing } from "@/lib/generations/progress/releasing-slots";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { Generator } from "@/lib/generators/contract/define-generator";
import { accessesOf } from "@/lib/generators/provider-keys/provider-access";
import { db, type Transaction } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { Prisma, type QueueSlot } from "@/prisma/generated/client";

/** After an interruption a whole queue may have its turn: others get the lock in between. */
const admittedAtOnce = 100;

/** On whose key a generator works for a tenant, and how many batches that key may have at work. Throws nothing: a missing key is said elsewhere. */
export async function queueKeyOf(tenantId: string, generator: Generator): Promise<{ keyId: string; keyLimit: number }> {
  const provider = findProvider(generator.provider);
  if (!provider) return { keyId: "local", keyLimit: limitHere() };
  const [found] = await accessesOf(tenantId, [provider]);
  return { keyId: found?.keyId ?? `installation:${provider.name}`, keyLimit: env().concurrency.key ?? provider.concurrency };
}

/** The statement that lets a batch wait for its turn, for the transaction that writes its rows. */
export const waitingFor = ({
  batchId,
  tenantId,
  userId,
  keyId,
  keyLimit,
}: Pick<QueueSlot, "batchId" | "tenantId" | "userId" | "keyId" | "keyLimit">) =>
  Prisma.sql`
    INSERT INTO boards.generation_turns (batch_id, tenant_id, user_id, key_id, key_limit)
    VALUES (${batchId}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${keyId}, ${keyLimit}::int)`;

/** The queue of uploads to be checked: nobody's generations and uploads wait for each other (`next_turn` knows it by its name). */
export const queueKeyOfUploads = () => ({ keyId: "uploads", keyLimit: limitHere() });

const limitHere = () => env().concurrency.key ?? availableParallelism() * 4;

/**
 * Waits for others that end generations of the same batches at this moment: of two, the later one then sees that nothing is live any more. Call it
 * after the rows have changed, and before anything is counted.
 */
export async function waitForSiblings(tx: Transaction, rows: { batchId: string; batchSize: number }[]): Promise<void> {
  const batchIds = [...new Set(rows.filter(({ batchSize }) => batchSize > 1).map(({ batchId }) => batchId))];
  if (batchIds.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('batch:' || id, 0)) FROM unnest(${batchIds.toSorted()}::text[]) AS id`;
}

/** Ends the turns of those batches of which nothing is live any more, in the transaction that ended them. */
export async function releaseSlots(tx: Transaction, batchIds: string[]): Promise<void> {
  if (batchIds.length > 0) await tx.$executeRaw(releasing(batchIds));
}

/** Ends turns whose batch went in another way than by ending, as with its board, so that nobody waits for them. Answers how many. */
export async function releaseLostSlots(): Promise<number> {
  return asInstallation(
    () => db().$executeRaw`
      DELETE FROM boards.generation_turns AS turn WHERE created_at < now() - interval '1 minute' AND NOT EXISTS (
        SELECT FROM boards.generations AS g WHERE g.batch_id = turn.batch_id AND g.status IN (${sqlList(liveStatuses)}))`,
  );
}

// Of those who end and ask at the same moment one looks for all: who comes while it looks shares the look after it.
let looking: Promise<number> | undefined;
let lookingNext: Promise<number> | undefined;

/**
 * Lets batches begin for which there is room: by key, tenant and person. Of those who wait, the person with the fewest at work is next,
 * so that a hundred of one do not delay the single one of another. Costs the same however long the queue is. Answers how many began. Call it
 * after what made room, or began to wait, is committed.
 */
export function admitGenerations(): Promise<number> {
  if (!looking) return look();
  lookingNext ??= looking.then(look, look);
  return lookingNext;
}

function look(): Promise<number> {
  lookingNext = undefined;
  looking = admitAll().finally(() => {
    if (!lookingNext) looking = undefined;
  });
  return looking;
}

function admitAll(): Promise<number> {
  const { user, tenant } = env().concurrency;
  return asInstallation(async () => {
    for (let count = 0; ; ) {
      const events = await db().$queryRaw<{ id: string; name: string; data: unknown }[]>`
        SELECT id, name, data FROM boards.admit_generations(${user}::int, ${tenant}::int, ${admittedAtOnce}::int)`;
      await sendOutboxEvents(events);
      count += events.length;
      if (events.length < admittedAtOnce) return count;
    }
  });
}
