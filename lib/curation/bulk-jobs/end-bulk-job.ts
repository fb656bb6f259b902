import { isIrrevocable } from "@/lib/curation/bulk-jobs/bulk-job-kinds";
import { checkRunning, requestPieces } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError, errorTable } from "@/lib/platform/errors";
import type { BulkJob } from "@/prisma/generated/client";

/** Cancels a bulk job that is running. What it has done stays done. */
export async function cancelBulkJob(viewer: Viewer, id: string): Promise<BulkJob> {
  const job = await findOwnBulkJob(viewer, id);
  if (isIrrevocable(job.kind)) throw new BoardsError("bulk_job.not_cancellable", { message: say("reasons.bulkJob.irrevocable") });
  const { count } = await db().bulkJob.updateMany({ where: { id, state: "running" }, data: { state: "cancelled", endedAt: new Date() } });
  if (count === 0) throw new BoardsError("bulk_job.not_cancellable");
  return db().bulkJob.findUniqueOrThrow({ where: { id } });
}

/** Goes on with a bulk job that failed or was canceled, from where it stopped. */
export async function resumeBulkJob(viewer: Viewer, id: string): Promise<BulkJob> {
  await findOwnBulkJob(viewer, id);
  const { job, event } = await db().$transaction(async (tx) => {
    await checkRunning(tx, viewer.userId);
    const data = { state: "running", errorCode: null, errorMessage: null, endedAt: null, updatedAt: new Date() };
    const { count } = await tx.bulkJob.updateMany({ where: { id, state: { in: ["failed", "cancelled"] } }, data });
    if (count === 0) throw new BoardsError("bulk_job.not_resumable");
    const job = await tx.bulkJob.findUniqueOrThrow({ where: { id } });
    return { job, event: await requestPieces(tx, job) };
  });
  await sendOutboxEvents([event]);
  return job;
}

/** Ends a bulk job that failed. The error names the reason in `name`, where it was raised on purpose. */
export async function failBulkJob(id: string, { name, message }: { name: string; message: string }): Promise<void> {
  const isKnown = name in errorTable;
  await db().bulkJob.updateMany({
    where: { id, state: "running" },
    data: {
      state: "failed",
      errorCode: isKnown ? name : "internal.unexpected",
      errorMessage: isKnown ? message : say("errors.internal.unexpected"),
      endedAt: new Date(),
    },
  });
}

/** A bulk job of the viewer's own. */
export async function findOwnBulkJob({ userId, tenantId }: Viewer, id: string): Promise<BulkJob> {
  const job = await db().bulkJob.findFirst({ where: { id, userId, tenantId } });
  if (!job) throw new BoardsError("bulk_job.not_found", { field: "id" });
  return job;
}
