import { eventType } from "inngest";
import { z } from "zod";

/** Somebody asked for a batch of generations; most batches are of one. */
export const generationRequested = eventType("generation/requested", {
  schema: z.object({ batchId: z.uuid(), userId: z.uuid(), tenantId: z.uuid() }),
});

/** Nothing of a batch is wanted any more. */
export const generationCancelled = eventType("generation/cancelled", { schema: z.object({ batchId: z.uuid(), tenantId: z.uuid() }) });
