import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { db } from "@/lib/platform/db/client";
import { daysAgo, deleteInPieces } from "@/lib/platform/db/delete-in-pieces";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";

const graceMs = 5_000;

/** Sends up to 500 events that their own request could not send, oldest first. Answers how many went. */
export async function sendUnsentEvents(): Promise<number> {
  const events = await db().outboxEvent.findMany({
    where: { sentAt: null, createdAt: { lt: new Date(Date.now() - graceMs) } },
    orderBy: { createdAt: "asc" },
    take: 500,
  });
  return sendOutboxEvents(events);
}

/**
 * Sends up to 500 events again whose batch was let begin minutes ago and has not: an engine may lose what it took, as when it is killed with what it had
 * in memory. One that still has it counts the event once. Answers how many went.
 */
export async function resendUnheardEvents(): Promise<number> {
  const events = await asInstallation(
    () => db().$queryRaw<{ id: string; name: string; data: unknown }[]>`
      SELECT event.id, event.name, event.data FROM boards.generation_turns AS turn JOIN boards.outbox_events AS event ON event.id = turn.batch_id
      WHERE turn.admitted_at < now() - interval '2 minutes' AND event.sent_at < now() - interval '2 minutes'
        AND NOT EXISTS (SELECT FROM boards.generations AS g WHERE g.batch_id = turn.batch_id AND g.status <> 'pending')
      ORDER BY turn.admitted_at LIMIT 500`,
  );
  return sendOutboxEvents(events);
}

/** Deletes events that were sent BOARDS_OUTBOX_DAYS ago. Answers how many. */
export async function pruneOutbox(now = new Date(), piece?: number): Promise<number> {
  const before = daysAgo(env().retention.outboxDays, now);
  return deleteInPieces(
    (limit) => db().$executeRaw`
      DELETE FROM boards.outbox_events WHERE id IN (
        SELECT id FROM boards.outbox_events WHERE sent_at < ${before} ORDER BY sent_at LIMIT ${limit})`,
    piece,
  );
}
