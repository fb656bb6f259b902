import { appendEvents, type GenerationEventType, type NewGenerationEvent, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { releasing } from "@/lib/generations/progress/releasing-slots";
import { admitGenerations, waitForSiblings } from "@/lib/generations/queue-slots";
import type { Database, Transaction } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The one way to end generations: those that match and are still live change, and the journal says so, in one transaction (`showProgress` is for what
 * goes on). What has ended stays as it is: a late event never undoes a cancel. `alsoDo` may answer further changes for the journal. Answers the
 * changed rows.
 */
export async function changeGenerations(
  database: Database,
  where: Prisma.GenerationWhereInput,
  type: Exclude<GenerationEventType, "created" | "progress" | "deleted">,
  data: Prisma.GenerationUncheckedUpdateManyInput,
  alsoDo?: (tx: Transaction, changed: Prisma.GenerationGetPayload<object>[]) => Promise<NewGenerationEvent[] | undefined>,
) {
  const isEnding = data.status !== undefined && !liveStatuses.includes(String(data.status));
  const changed = await database.$transaction(async (tx) => {
    const changed = await tx.generation.updateManyAndReturn({ where: { ...where, status: { in: liveStatuses } }, data });
    if (isEnding) await waitForSiblings(tx, changed);
    const further = await alsoDo?.(tx, changed);
    const told = changed.map((row) => ({ boardId: row.boardId, generationId: row.id, type, payload: payloadOf(row) }));
    const alongside = isEnding ? [releasing(changed.map((row) => row.batchId))] : [];
    await appendEvents(tx, [...told, ...(further ?? [])], { alongside });
    for (const { id, boardId, tenantId, status, phase } of changed)
      log.debug({ generationId: id, boardId, tenantId, status, phase }, "generation changed");
    return changed;
  });
  if (isEnding && changed.length > 0) await admitGenerations();
  return changed;
}
