import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { db } from "@/lib/platform/db/client";

const graceMs = 5_000;
const keepSentMs = 24 * 3600 * 1000;

/** Sends up to 500 events that their own request could not send, oldest first, and forgets sent ones after a day. Answers how many went. */
export async function sendUnsentEvents(): Promise<number> {
  const events = await db().outboxEvent.findMany({
    where: { sentAt: null, createdAt: { lt: new Date(Date.now() - graceMs) } },
    orderBy: { createdAt: "asc" },
    take: 500,
  });
  const sent = await sendOutboxEvents(events);
  await db().outboxEvent.deleteMany({ where: { sentAt: { lt: new Date(Date.now() - keepSentMs) } } });
  return sent;
}
