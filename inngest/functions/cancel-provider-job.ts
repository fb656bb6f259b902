import { inngest } from "@/inngest/client";
import { generationCancelled } from "@/inngest/events";
import { cancelJob } from "@/lib/generations/provider-jobs/cancel-job";
import { checkJob } from "@/lib/generations/provider-jobs/check-job";
import { endBatch } from "@/lib/generations/provider-jobs/end-batch";
import { forEngine } from "./for-engine";
import { pauseSeconds } from "./pause-seconds";
import { stepRetries } from "./step-retries";

const startingLooks = 20;

/** After a cancel: stops the job at its provider, watches what cannot be stopped to its end, and gives back what was not spent. */
export const cancelProviderJob = inngest.createFunction(
  { id: "cancel-provider-job", triggers: [generationCancelled], retries: stepRetries },
  async ({ event, step }) => {
    const { batchId } = event.data;
    for (let look = 1; ; look++) {
      const cancelled = await step.run(`cancel-${look}`, () => forEngine(cancelJob(batchId)));
      if (cancelled.state === "running") {
        const { jobId } = cancelled;
        for (let check = 1; ; check++) {
          const { state } = await step.run(`check-${check}`, () => forEngine(checkJob(jobId)));
          if (state !== "open" && state !== "overdue") break;
          await step.sleep(`wait-${check}`, pauseSeconds(check) * 1000);
        }
      }
      if (cancelled.state !== "starting" || look === startingLooks) break;
      await step.sleep(`starting-${look}`, pauseSeconds(look) * 1000);
    }
    await step.run("settle", () => forEngine(endBatch(batchId)));
  },
);
