import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { findOwnBulkJob } from "@/lib/curation/bulk-jobs/end-bulk-job";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import type { BulkJob } from "@/prisma/generated/client";

/** Starts a bulk job that takes back what another one has changed, for a day; if that one is still running, it is canceled first. */
export async function undoBulkJob(viewer: Viewer, id: string): Promise<BulkJob> {
  const job = await findOwnBulkJob(viewer, id);
  await db().bulkJob.updateMany({ where: { id, state: "running" }, data: { state: "cancelled", endedAt: new Date() } });
  if (!(await db().bulkJobInverse.findFirst({ where: { jobId: job.id }, select: { id: true } }))) throw new BoardsError("bulk_job.not_undoable");
  return createBulkJob(viewer, { kind: "undo", arguments: { jobId: job.id } });
}
