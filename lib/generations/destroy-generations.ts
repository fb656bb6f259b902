import { generationCancelled } from "@/inngest/events";
import { sentStep } from "@/lib/generations/artifacts/sent-file";
import { appendEvents, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { admitGenerations, releaseSlots, waitForSiblings } from "@/lib/generations/queue-slots";
import { db, type Transaction } from "@/lib/platform/db/client";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

const filesAtOnce = 16;

interface Destroyed {
  id: string;
  batchId: string;
  batchSize: number;
  boardId: string;
  tenantId: string;
  /** Of its file, or of the one that was sent and not yet checked. */
  storageKey: string | null;
  status: string;
  phase: string;
  progress: number;
  progressMessage: string | null;
  errorCode: string | null;
  errorMessage: string | null;
}

interface How {
  /** False for a board that goes as a whole: its journal goes with it, and nobody watches it any more. */
  isRecorded?: boolean;
  /** Leaves what has been restored meanwhile. */
  isOnlyTrashed?: boolean;
  alsoDo?: (tx: Transaction) => Promise<void>;
}

/**
 * Deletes up to some thousand generations for good in one transaction, their files after it, and stops what is under way. What was made from
 * them stays. Answers how many there were; the caller has decided.
 */
export async function destroyGenerations(ids: readonly string[], { isRecorded = true, isOnlyTrashed = false, alsoDo }: How = {}): Promise<number> {
  const { destroyed, events } = await db().$transaction(async (tx) => {
    const destroyed = await tx.$queryRaw<Destroyed[]>`
      DELETE FROM boards.generations WHERE id = ANY(${ids}::uuid[]) AND (trashed_at IS NOT NULL OR NOT ${isOnlyTrashed}::boolean)
      RETURNING id::text, batch_id::text AS "batchId", batch_size AS "batchSize", board_id::text AS "boardId",
        tenant_id::text AS "tenantId", coalesce(storage_key, (
          SELECT result ->> 'storageKey' FROM boards.generation_steps WHERE generation_id = generations.id AND name = ${sentStep}
        )) AS "storageKey", status, phase, progress::float8, progress_message AS "progressMessage",
        error_code AS "errorCode", error_message AS "errorMessage"`;
    await waitForSiblings(tx, destroyed.filter(isLive));
    const events = await stopUnwanted(tx, destroyed);
    await alsoDo?.(tx);
    if (isRecorded)
      await appendEvents(
        tx,
        destroyed.map((row) => ({ boardId: row.boardId, generationId: row.id, type: "deleted", payload: payloadOf(row) })),
      );
    return { destroyed, events };
  });
  await sendOutboxEvents(events);
  if (destroyed.some(isLive)) await admitGenerations();
  const storageKeys = destroyed.flatMap(({ storageKey }) => storageKey ?? []);
  for (let start = 0; start < storageKeys.length; start += filesAtOnce)
    await Promise.all(storageKeys.slice(start, start + filesAtOnce).map(deleteArtifactFiles));
  return destroyed.length;
}

const isLive = ({ status }: Destroyed) => liveStatuses.includes(status);

/** Ends the turns of batches of which nothing is left to make, and says that their runs are to stop. */
async function stopUnwanted(tx: Transaction, destroyed: Destroyed[]) {
  const batches = new Map(destroyed.filter(isLive).map(({ batchId, tenantId }) => [batchId, tenantId]));
  if (batches.size === 0) return [];
  const batchIds = [...batches.keys()];
  await releaseSlots(tx, batchIds);
  const wanted = await tx.generation.findMany({
    where: { batchId: { in: batchIds }, status: { in: liveStatuses } },
    distinct: ["batchId"],
    select: { batchId: true },
  });
  for (const { batchId } of wanted) batches.delete(batchId);
  const events: Awaited<ReturnType<typeof writeOutboxEvent>>[] = [];
  for (const [batchId, tenantId] of batches) events.push(await writeOutboxEvent(tx, generationCancelled.name, { batchId, tenantId }));
  return events;
}
