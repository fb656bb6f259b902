import { inngest } from "@/inngest/client";
import { bulkJobRequested } from "@/inngest/events";
import { doPieces } from "@/lib/curation/bulk-jobs/do-pieces";
import { failBulkJob } from "@/lib/curation/bulk-jobs/end-bulk-job";
import { withinTime } from "@/lib/platform/db/tenant-scope";
import { forEngine } from "./for-engine";

/** A run may have a thousand steps, and a look takes up to two. */
const maximumLooks = 450;

/** Does a bulk job piece by piece. A person's jobs are done one after another, in the order they were started. */
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
    for (let number = 1; number <= maximumLooks; number++) {
      const progress = await step.run(`pieces-${number}`, () => forEngine(withinTime("bulk", () => doPieces(jobId))));
      if (progress === "ended") return;
      if (progress === "waits") await step.sleep(`wait-${number}`, "5s");
    }
    await step.sendEvent("go-on", bulkJobRequested.create(event.data));
  },
);
