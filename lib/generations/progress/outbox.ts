import { inngest } from "@/inngest/client";
import { type Database, db, type Transaction } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

const sendTimeoutMs = 3000;

/** Writes an event in the transaction that causes it. Its id makes it count once, however often it is sent. */
export function writeOutboxEvent(tx: Transaction | Database, name: string, data: Prisma.InputJsonObject) {
  return tx.outboxEvent.create({ data: { name, data } });
}

/** Sends written events to the function engine. What cannot be sent now stays for reconcile-generations; answers how many went. */
export async function sendOutboxEvents(events: { id: string; name: string; data: unknown }[]): Promise<number> {
  if (events.length === 0) return 0;
  try {
    await withTimeout(inngest.send(events.map(({ id, name, data }) => ({ id, name, data: data as Record<string, unknown> }))));
    await db().outboxEvent.updateMany({ where: { id: { in: events.map((event) => event.id) } }, data: { sentAt: new Date() } });
    return events.length;
  } catch (error) {
    log.warn({ err: error, events: events.length }, "could not reach Inngest; events will be sent later");
    return 0;
  }
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${sendTimeoutMs} ms`)), sendTimeoutMs);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
