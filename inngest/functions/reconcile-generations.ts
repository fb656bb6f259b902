import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { isOwnEngine } from "@/inngest/is-own-engine";
import { isAnyBulkJobRunning, resumeQuietBulkJobs } from "@/lib/curation/bulk-jobs/tend-bulk-jobs";
import { addUpCounts } from "@/lib/generations/add-up-counts";
import { addLooks } from "@/lib/generations/artifacts/add-looks";
import { endStuckGenerations } from "@/lib/generations/end-stuck-generations";
import { isAnyGenerationOpen } from "@/lib/generations/provider-jobs/is-any-generation-open";
import { reconcileJobs } from "@/lib/generations/provider-jobs/reconcile-jobs";
import { resumeLostBatches } from "@/lib/generations/provider-jobs/resume-lost-batches";
import { admitGenerations, releaseLostSlots } from "@/lib/generations/queue-slots";
import { foldStoredTexts } from "@/lib/generations/search/fold-stored-texts";
import { resendUnheardEvents, sendUnsentEvents } from "@/lib/generations/send-unsent-events";
import { doAll } from "./do-all";

/** Ours runs as often as it likes. A hosted Inngest counts each run and step: it begins every five minutes, and stays while something is open. */
const [schedule, mostRounds] = isOwnEngine ? ["* * * * *", 1] : ["*/5 * * * *", 5];

const work = {
  sent: sendUnsentEvents,
  resent: resendUnheardEvents,
  ended: endStuckGenerations,
  jobs: reconcileJobs,
  revived: resumeLostBatches,
  released: releaseLostSlots,
  admitted: admitGenerations,
  folded: foldStoredTexts,
  counted: addUpCounts,
  resumed: resumeQuietBulkJobs,
  looks: addLooks,
};

/** Does again what a crash may have left undone, and ends what shows no sign of life: each minute, as long as anything is open. */
export const reconcileGenerations = inngest.createFunction(
  { id: "reconcile-generations", triggers: [cron(schedule)], retries: 1 },
  async ({ step }) => {
    for (let round = 1; ; round++) {
      const done = await step.run(`reconcile-${round}`, async () => {
        const counts = await doAll<unknown>(work);
        return { counts, isOpen: round < mostRounds && ((await isAnyGenerationOpen()) || (await isAnyBulkJobRunning())) };
      });
      if (!done.isOpen) return done.counts;
      await step.sleep(`pause-${round}`, "1m");
    }
  },
);
