import { generationCancelled, generationRequested } from "@/inngest/events";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { writeOutboxEvent } from "@/lib/generations/progress/outbox";
import type { Database, Transaction } from "@/lib/platform/db/client";

/**
 * Has a batch go on whose run ended when its job was parked: a new run finds the job as it was decided. One of which nothing is wanted
 * any more is stopped and settled as if it had just been canceled. Answers the event, to be sent when the transaction has ended.
 */
export async function resumeBatch(tx: Transaction | Database, { batchId, tenantId }: { batchId: string; tenantId: string }) {
  const wanted = await tx.generation.findFirst({ where: { batchId, status: { in: liveStatuses } }, select: { userId: true } });
  return wanted
    ? writeOutboxEvent(tx, generationRequested.name, { batchId, tenantId, userId: wanted.userId })
    : writeOutboxEvent(tx, generationCancelled.name, { batchId, tenantId });
}
