import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { db } from "@/lib/platform/db/client";
import { daysAgo, deleteInPieces } from "@/lib/platform/db/delete-in-pieces";
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
