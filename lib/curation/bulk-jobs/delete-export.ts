import { exportFolder } from "@/lib/curation/board-archives/archive-keys";
import { findOwnBulkJob } from "@/lib/curation/bulk-jobs/end-bulk-job";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";

/** Deletes an export of the viewer's own with all that it has written, before it expires. One that runs is canceled first. */
export async function deleteExport(viewer: Viewer, id: string): Promise<true> {
  const job = await findOwnBulkJob(viewer, id);
  if (job.kind !== "export") throw new BoardsError("bulk_job.not_found", { field: "id" });
  if (job.state === "running") throw new BoardsError("bulk_job.not_deletable", { message: say("reasons.bulkJob.exportRuns") });
  // The files first: while the row is there, what failed can be asked for again.
  await currentStorage().deleteFolder(exportFolder(job));
  // Tenants themselves delete no jobs. One that was resumed meanwhile goes on.
  const { userId, tenantId } = viewer;
  await asInstallation(() => db().bulkJob.deleteMany({ where: { id, userId, tenantId, state: { not: "running" } } }));
  return true;
}
