import { inngest } from "@/inngest/client";
import { type Database, db, type Transaction } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

const sendTimeoutMs = 3000;
const firstPauseMs = 500;
const longestPauseMs = 10_000;
/** Sooner than anyone takes an event for unsent. */
const markPauseMs = 250;
/** More wait for reconcile-generations. */
const mostRemembered = 500;

type OutboxEvent = { id: string; name: string; data: unknown };

/** What this process could not send and tries again soon: an engine that is started again is back within seconds. */
const unsent = new Map<string, OutboxEvent>();
let failures = 0;
/** What was sent, and not yet marked as such. */
const unmarked = new Set<string>();
let timer: NodeJS.Timeout | undefined;

/** Writes an event in the transaction that causes it. Its id makes it count once, however often it is sent. */
export function writeOutboxEvent(tx: Transaction | Database, name: string, data: Prisma.InputJsonObject) {
  return tx.outboxEvent.create({ data: { name, data } });
}

/**
 * Sends written events to the function engine; answers how many went. What cannot be sent now is sent soon, or, should this process end
 * before, by reconcile-generations.
 */
export async function sendOutboxEvents(events: OutboxEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  try {
    await withTimeout(inngest.send(events.map(({ id, name, data }) => ({ id, name, data: data as Record<string, unknown> }))));
    failures = 0;
    markSoon(events);
    return events.length;
  } catch (error) {
    log.warn({ err: error, events: events.length }, "could not reach Inngest; events will be sent later");
    sendSoon(events);
    return 0;
  }
}

// What this process did not come to mark is sent again, and counts once: nobody waits for it, nor for the disk.
function markSoon(events: OutboxEvent[]): void {
  for (const { id } of events) unmarked.add(id);
  if (unmarked.size > events.length) return;
  setTimeout(async () => {
    const ids = [...unmarked];
    unmarked.clear();
    try {
      await asInstallation(
        () => db().$executeRaw`
          WITH unhurried AS (SELECT set_config('synchronous_commit', 'off', true))
          UPDATE boards.outbox_events SET sent_at = now() FROM unhurried WHERE id = ANY(${ids}::uuid[])`,
      );
    } catch (error) {
      log.warn({ err: error, events: ids.length }, "could not note which events were sent; they will be sent again");
    }
  }, markPauseMs).unref();
}

function sendSoon(events: OutboxEvent[]): void {
  for (const event of events) if (unsent.size < mostRemembered) unsent.set(event.id, event);
  if (timer) return;
  const again = () => {
    timer = undefined;
    const events = [...unsent.values()];
    unsent.clear();
    void sendOutboxEvents(events);
  };
  timer = setTimeout(again, Math.min(firstPauseMs * 2 ** failures++, longestPauseMs)).unref();
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${sendTimeoutMs} ms`)), sendTimeoutMs);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
