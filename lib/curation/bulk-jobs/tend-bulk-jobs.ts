import { requestPieces } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { db } from "@/lib/platform/db/client";

const atOnce = 100;
const minuteMs = 60_000;
const quietMs = 10 * minuteMs;

/** Asks again for the pieces of bulk jobs that have not moved on for ten minutes, as when the engine lost their run. Answers how many. */
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
