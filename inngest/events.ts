import { eventType } from "inngest";
import * as z from "zod";

/** Someone asked for a batch of generations; most batches are of one. */
export const generationRequested = eventType("generation/requested", {
  schema: z.object({ batchId: z.uuid(), userId: z.uuid(), tenantId: z.uuid() }),
});

/** Nothing of a batch is wanted any more. */
export const generationCancelled = eventType("generation/cancelled", { schema: z.object({ batchId: z.uuid(), tenantId: z.uuid() }) });

/** A job at a provider may have changed: someone should look. Carries no news itself, so that nobody can invent any. */
export const providerJobChanged = eventType("provider-job/changed", { schema: z.object({ jobId: z.uuid(), tenantId: z.uuid() }) });

/** A bulk job has pieces to do. */
export const bulkJobRequested = eventType("bulk-job/requested", { schema: z.object({ jobId: z.uuid(), userId: z.uuid(), tenantId: z.uuid() }) });
