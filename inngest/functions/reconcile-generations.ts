import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { resumeQuietBulkJobs } from "@/lib/curation/bulk-jobs/tend-bulk-jobs";
import { addUpCounts } from "@/lib/generations/add-up-counts";
import { addLooks } from "@/lib/generations/artifacts/add-looks";
import { endStuckGenerations } from "@/lib/generations/end-stuck-generations";
import { reconcileJobs } from "@/lib/generations/provider-jobs/reconcile-jobs";
import { admitGenerations, releaseLostSlots } from "@/lib/generations/queue-slots";
import { foldStoredTexts } from "@/lib/generations/search/fold-stored-texts";
import { sendUnsentEvents } from "@/lib/generations/send-unsent-events";

/** Every minute: does again what a crash may have left undone, and ends what shows no sign of life. */
export const reconcileGenerations = inngest.createFunction(
  { id: "reconcile-generations", triggers: [cron("* * * * *")], retries: 1 },
  async ({ step }) => {
    const sent = await step.run("send-unsent-events", () => sendUnsentEvents());
    const ended = await step.run("end-stuck-generations", () => endStuckGenerations());
    const jobs = await step.run("reconcile-jobs", () => reconcileJobs());
    await step.run("end-lost-turns", () => releaseLostSlots());
    const admitted = await step.run("admit-generations", () => admitGenerations());
    const folded = await step.run("fold-stored-texts", () => foldStoredTexts());
    const counted = await step.run("add-up-counts", () => addUpCounts());
    const resumed = await step.run("resume-quiet-bulk-jobs", () => resumeQuietBulkJobs());
    // Named for what it did first: the names of steps stay.
    const looks = await step.run("add-placeholders", () => addLooks());
    return { sent, ended, jobs, admitted, folded, counted, resumed, looks };
  },
);
