import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { pruneBulkJobs } from "@/lib/curation/bulk-jobs/tend-bulk-jobs";
import { purgeTrash } from "@/lib/curation/trash/purge-trash";
import { correctCounts } from "@/lib/generations/add-up-counts";
import { deleteBrokenWrites, deleteOrphanFiles } from "@/lib/generations/artifacts/delete-orphan-files";
import { pruneJournal } from "@/lib/generations/progress/prune-journal";
import { pruneOutbox } from "@/lib/generations/send-unsent-events";
import { pruneAuditLog } from "@/lib/platform/audit/prune-audit-log";
import { withinTime } from "@/lib/platform/db/tenant-scope";
import { log } from "@/lib/platform/log";
import type { Step } from "./run-step";

/** Some four million generations, and ten million files. A run may have a thousand steps. */
const maximumLooks = 200;

/** Every hour: deletes for good what was long enough in the trash, files that belong to nothing and rows past their retention; corrects counts. */
export const purgeTrashRegularly = inngest.createFunction({ id: "purge-trash", triggers: [cron("17 * * * *")], retries: 1 }, async ({ step }) => {
  const purged = await purgeAll(step);
  await step.run("delete-broken-writes", () => deleteBrokenWrites());
  const cleaned = await deleteAllOrphans(step);
  await step.run("correct-counts", () => withinTime("bulk", () => correctCounts()));
  const pruned = {
    journal: await step.run("prune-journal", () => withinTime("bulk", () => pruneJournal())),
    auditLog: await step.run("prune-audit-log", () => withinTime("bulk", () => pruneAuditLog())),
    outbox: await step.run("prune-outbox", () => withinTime("bulk", () => pruneOutbox())),
    bulkJobs: await step.run("prune-bulk-jobs", () => withinTime("bulk", () => pruneBulkJobs())),
  };
  return { ...purged, ...cleaned, pruned };
});

async function purgeAll(step: Step): Promise<{ boards: number; generations: number }> {
  let [boards, generations] = [0, 0];
  for (let look = 1; ; look++) {
    const purged = await step.run(`purge-trash-${look}`, () => withinTime("bulk", () => purgeTrash()));
    boards += purged.boards;
    generations += purged.generations;
    if (!purged.hasMore || look === maximumLooks) return { boards, generations };
  }
}

async function deleteAllOrphans(step: Step): Promise<{ deletedFolders: number }> {
  let deletedFolders = 0;
  let after: string | null = null;
  for (let look = 1; ; look++) {
    const looked: Awaited<ReturnType<typeof deleteOrphanFiles>> = await step.run(`delete-orphan-files-${look}`, deleteOrphanFiles, after);
    deletedFolders += looked.deletedFolders;
    after = looked.next;
    if (after === null) return { deletedFolders };
    if (look === maximumLooks) {
      log.warn({ after }, "there are more files than the hourly round looks through; orphans behind this one stay");
      return { deletedFolders };
    }
  }
}
