import { inngest } from "@/inngest/client";
import { bulkJobRequested } from "@/inngest/events";
import { doPieces } from "@/lib/curation/bulk-jobs/do-pieces";
import { failBulkJob } from "@/lib/curation/bulk-jobs/end-bulk-job";
import { withinTime } from "@/lib/platform/db/tenant-scope";
import { forEngine } from "./for-engine";

/** A run may have a thousand steps. */
const maximumSteps = 500;

/** Does a bulk job piece by piece: one job of a person at a time, so that they are done in order. */
export const runBulkJob = inngest.createFunction(
  {
    id: "run-bulk-job",
    triggers: [bulkJobRequested],
    concurrency: [{ limit: 1, key: "event.data.userId" }],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      await step.run("fail", () => failBulkJob(event.data.event.data.jobId, error));
    },
  },
  async ({ event, step }) => {
    const { jobId } = event.data;
    for (let number = 1; number <= maximumSteps; number++) {
      const hasMore = await step.run(`pieces-${number}`, () => forEngine(withinTime("bulk", () => doPieces(jobId))));
      if (!hasMore) return;
    }
    await step.sendEvent("go-on", bulkJobRequested.create(event.data));
  },
);
