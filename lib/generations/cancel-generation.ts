import { generationCancelled } from "@/inngest/events";
import { changeGenerations } from "@/lib/generations/change-generations";
import { findGenerationToModerate } from "@/lib/generations/find-generation";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Cancels a pending or processing generation, for good. The run stops once nothing of its batch is wanted any more. */
export async function cancelGeneration(viewer: Viewer, id: string) {
  const generation = await findGenerationToModerate(viewer, id, "cancel");
  const { batchId, tenantId } = generation;
  const events: { id: string; name: string; data: unknown }[] = [];
  const [cancelled] = await changeGenerations(
    db(),
    { id },
    "cancelled",
    { status: "cancelled", errorMessage: say("reasons.generation.cancelledByUser"), errorCode: "generation.cancelled", completedAt: new Date() },
    async (tx, changed) => {
      const isWanted = await tx.generation.count({ where: { batchId, status: { in: liveStatuses } } });
      if (changed.length > 0 && !isWanted) events.push(await writeOutboxEvent(tx, generationCancelled.name, { batchId, tenantId }));
    },
  );
  if (!cancelled) {
    const { status } = await db().generation.findUniqueOrThrow({ where: { id }, select: { status: true } });
    throw new BoardsError("generation.not_cancellable", {
      message: say("reasons.generation.notCancellable", { status }),
    });
  }
  await sendOutboxEvents(events);
  return cancelled;
}
