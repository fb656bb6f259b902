import { requestPieces } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { db } from "@/lib/platform/db/client";
import { daysAgo, deleteInPieces } from "@/lib/platform/db/delete-in-pieces";
import { env } from "@/lib/platform/env";

const atOnce = 100;
const minuteMs = 60_000;
const quietMs = 2 * minuteMs;

/** Whether any bulk job of the installation is on its way. */
export const isAnyBulkJobRunning = async (): Promise<boolean> =>
  (await db().bulkJob.findFirst({ where: { state: "running" }, select: { id: true } })) !== null;

/** Asks again for the pieces of bulk jobs that have not moved on for two minutes, as when the engine lost their run. Answers how many. */
export async function resumeQuietBulkJobs(now = new Date()): Promise<number> {
  const where = { state: "running", updatedAt: { lt: new Date(now.getTime() - quietMs) } };
  const quiet = await db().bulkJob.findMany({ where, orderBy: { updatedAt: "asc" }, take: atOnce });
  if (quiet.length === 0) return 0;
  const events = await db().$transaction(async (tx) => {
    await tx.bulkJob.updateMany({ where: { ...where, id: { in: quiet.map(({ id }) => id) } }, data: { updatedAt: now } });
    const events: Awaited<ReturnType<typeof requestPieces>>[] = [];
    for (const job of quiet) events.push(await requestPieces(tx, job));
    return events;
  });
  await sendOutboxEvents(events);
  return quiet.length;
}

/** Deletes what would take back bulk jobs of more than a day ago, then those that ended BOARDS_BULK_JOB_DAYS ago. Answers how many of these. */
export async function pruneBulkJobs(now = new Date(), piece?: number): Promise<number> {
  const undoableSince = daysAgo(1, now);
  await deleteInPieces(
    (limit) => db().$executeRaw`
      DELETE FROM boards.bulk_job_inverses WHERE id IN (
        SELECT id FROM boards.bulk_job_inverses WHERE created_at < ${undoableSince} ORDER BY created_at LIMIT ${limit})`,
    piece,
  );
  const before = daysAgo(env().retention.bulkJobDays, now);
  return deleteInPieces(
    (limit) => db().$executeRaw`
      DELETE FROM boards.bulk_jobs WHERE id IN (
        SELECT id FROM boards.bulk_jobs WHERE state IN ('completed', 'failed', 'cancelled') AND updated_at < ${before} LIMIT ${limit})`,
    piece,
  );
}
