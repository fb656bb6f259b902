import { generationCancelled } from "@/inngest/events";
import { failGenerations } from "@/lib/generations/fail-generations";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";

/** Fails what is processing without any change for BOARDS_JOB_TIMEOUT seconds, and stops its run. Answers how many. */
export async function endStuckGenerations(): Promise<number> {
  const silentSince = new Date(Date.now() - env().jobTimeoutSeconds * 1000);
  const events: { id: string; name: string; data: unknown }[] = [];
  const ended = await failGenerations(
    { status: "processing", phase: { not: "needs_review" }, updatedAt: { lt: silentSince } },
    { errorCode: "generation.timed_out", errorMessage: say("errors.generation.timed_out"), errorRaw: null },
    async (tx, changed) => {
      for (const [batchId, tenantId] of new Map(changed.map((row) => [row.batchId, row.tenantId])))
        events.push(await writeOutboxEvent(tx, generationCancelled.name, { batchId, tenantId }));
    },
  );
  await sendOutboxEvents(events);
  return ended.length;
}
