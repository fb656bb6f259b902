import { appendEvents, type GenerationEventType, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { admitGenerations, releaseSlots } from "@/lib/generations/queue-slots";
import type { Database, Transaction } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The one way to change generations: those that match and are still live change, and the journal says so, in one transaction.
 * What has ended stays as it is: a late event never undoes a cancel. Answers the changed rows.
 */
export async function changeGenerations(
  database: Database,
  where: Prisma.GenerationWhereInput,
  type: Exclude<GenerationEventType, "created" | "deleted">,
  data: Prisma.GenerationUncheckedUpdateManyInput,
  alsoDo?: (tx: Transaction, changed: Prisma.GenerationGetPayload<object>[]) => Promise<void>,
) {
  const changed = await database.$transaction(async (tx) => {
    // Every row is locked before the journal's counter, or two batches of one board could wait for each other.
    const changed = await tx.generation.updateManyAndReturn({ where: { ...where, status: { in: liveStatuses } }, data });
    // Of two that end at the same moment, the later one waits at the counter, and then sees that nothing of the batch is live any more.
    await appendEvents(
      tx,
      changed.map((row) => ({ boardId: row.boardId, generationId: row.id, type, payload: payloadOf(row) })),
    );
    await alsoDo?.(tx, changed);
    if (data.status && !liveStatuses.includes(String(data.status)))
      await releaseSlots(
        tx,
        changed.map((row) => row.batchId),
      );
    for (const { id, boardId, tenantId, status, phase } of changed)
      log.debug({ generationId: id, boardId, tenantId, status, phase }, "generation changed");
    return changed;
  });
  if (changed.some((row) => !liveStatuses.includes(row.status))) await admitGenerations();
  return changed;
}
