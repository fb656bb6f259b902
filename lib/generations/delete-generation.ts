import { generationCancelled } from "@/inngest/events";
import { findGenerationToModerate } from "@/lib/generations/find-generation";
import { findMany, mayModerate } from "@/lib/generations/find-many";
import { appendEvent, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { admitGenerations, releaseSlots } from "@/lib/generations/queue-slots";
import { boardsOf, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

/** Deletes a generation with its files, stopping it first when it is under way. What was made from it stays. */
export async function deleteGeneration(viewer: Viewer, id: string): Promise<true> {
  await findGenerationToModerate(viewer, id, "delete");
  return destroyGeneration(id);
}

/** Deletes up to 200 generations for good, all or none. Answers how many. */
export async function deleteGenerations(viewer: Viewer, ids: string[]): Promise<number> {
  const where = { OR: [generationsVisibleTo(viewer), { trashedAt: { not: null }, board: boardsOf(viewer) }] };
  const generations = await findMany(viewer, ids, mayModerate, where);
  for (const { id } of generations) await destroyGeneration(id);
  return generations.length;
}

async function destroyGeneration(id: string): Promise<true> {
  const { deleted, event } = await db().$transaction(async (tx) => {
    const deleted = await tx.generation.delete({ where: { id } });
    const { batchId, boardId, tenantId } = deleted;
    // Before anything is counted: what ends at the same moment waits here.
    await appendEvent(tx, { boardId, generationId: id, type: "deleted", payload: payloadOf(deleted) });
    const isWanted = await tx.generation.count({ where: { batchId, status: { in: liveStatuses } } });
    const isRunning = liveStatuses.includes(deleted.status) && !isWanted;
    await releaseSlots(tx, [batchId]);
    const event = isRunning ? await writeOutboxEvent(tx, generationCancelled.name, { batchId, tenantId }) : null;
    return { deleted, event };
  });
  if (event) await sendOutboxEvents([event]);
  await admitGenerations();
  if (deleted.storageKey) await deleteArtifactFiles(deleted.storageKey);
  return true;
}
