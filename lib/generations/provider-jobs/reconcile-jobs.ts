import { generationCancelled } from "@/inngest/events";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { acceptedStates, attendedStates, openStates } from "@/lib/generations/provider-jobs/job-states";
import { lookForJob, park } from "@/lib/generations/provider-jobs/look-for-job";
import { moveJob } from "@/lib/generations/provider-jobs/move-job";
import { resumeBatch } from "@/lib/generations/provider-jobs/resume-batch";
import { longestSilence } from "@/lib/generations/provider-jobs/resume-lost-batches";
import { settleBatch } from "@/lib/generations/provider-jobs/settle-batch";
import { db } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { Prisma } from "@/prisma/generated/client";

/** Money set aside within so many days is looked at every minute; once an hour all that may still be open. */
const days = { everyMinute: 1, hourly: 60 };
/** A job that nobody looked after for this long, or longer once it has taken an hour, is looked after here, once in as much time. */
const quietMinutes = 2;

interface LeftJob {
  id: string;
  batchId: string;
  tenantId: string;
  state: string;
}

type Outcome = "settled" | "resumed" | "stopped" | "parked" | "waiting";

/**
 * Looks after what no run looks after any more: money set aside for batches that have ended is settled, a job that still runs for
 * nobody is stopped, one of which nobody knows whether it exists is looked for, or put before an admin, and one that was heard of after
 * all goes on. Answers how many of each.
 */
export async function reconcileJobs(now = new Date()): Promise<Record<Outcome, number>> {
  const count = { settled: 0, resumed: 0, stopped: 0, parked: 0, waiting: 0 };
  for (const batch of await heardOfBatches()) {
    await sendOutboxEvents([await resumeBatch(db(), batch)]);
    count.resumed++;
  }
  const sinceDays = now.getUTCMinutes() === 0 ? days.hourly : days.everyMinute;
  for (const batchId of await unsettledBatches(sinceDays)) if ((await settleBatch(batchId)) === "settled") count.settled++;
  for (const job of await quietJobs()) {
    // Says that it is looked after, and leaves it to whoever was first.
    const claim = { where: { id: job.id, state: job.state, updatedAt: { lt: quietSince() } }, data: { updatedAt: new Date() } };
    if ((await db().providerJob.updateMany(claim)).count === 1) count[await lookAfter(job)]++;
  }
  if (Object.values(count).some(Boolean)) log.info(count, "reconciled provider jobs");
  return count;
}

// Its start was answered when its run had given up waiting and ended: by a call that was still on its way, or by a webhook.
const heardOfBatches = () => db().$queryRaw<{ batchId: string; tenantId: string }[]>`
  SELECT DISTINCT j.batch_id AS "batchId", j.tenant_id AS "tenantId" FROM boards.generations AS g
  JOIN boards.provider_jobs AS j ON j.batch_id = g.batch_id
  WHERE g.status = 'processing' AND g.phase = 'needs_review' AND g.updated_at < now() - interval '1 minute'
    AND j.state IN (${sqlList(acceptedStates)}) AND j.updated_at < now() - interval '1 minute'
    AND NOT EXISTS (SELECT FROM boards.provider_jobs AS later WHERE later.batch_id = j.batch_id AND later.attempt > j.attempt)
  LIMIT 500`;

const quietSince = () => new Date(Date.now() - quietMinutes * 60_000);

// A batch whose job waits longer for an admin is settled by their decision.
async function unsettledBatches(sinceDays: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ batchId: string }[]>`
    SELECT DISTINCT metadata ->> 'batchId' AS "batchId" FROM boards.credit_transactions AS r
    WHERE r.transaction_type = 'reserve' AND r.created_at BETWEEN now() - make_interval(days => ${sinceDays}) AND now() - interval '2 minutes'
      AND NOT EXISTS (SELECT FROM boards.credit_transactions AS s WHERE s.generation_id = r.generation_id AND s.transaction_type IN ('finalize', 'refund'))
      AND NOT EXISTS (SELECT FROM boards.generations AS g WHERE g.batch_id = (r.metadata ->> 'batchId')::uuid AND g.status IN (${sqlList(liveStatuses)}))
      AND NOT EXISTS (SELECT FROM boards.provider_jobs AS j WHERE j.batch_id = (r.metadata ->> 'batchId')::uuid AND j.state IN (${sqlList(openStates)}))
    LIMIT 500`;
  return rows.map(({ batchId }) => batchId);
}

const quietJobs = () => db().$queryRaw<LeftJob[]>`
  SELECT id, batch_id AS "batchId", tenant_id AS "tenantId", state FROM boards.provider_jobs AS j
  WHERE state IN (${sqlList(attendedStates)}) AND updated_at < now() - ${longestSilence(Prisma.sql`j.started_at`)}
    AND NOT EXISTS (SELECT FROM boards.generations AS g WHERE g.batch_id = j.batch_id AND g.status IN (${sqlList(liveStatuses)}))
  ORDER BY updated_at LIMIT 500`;

async function lookAfter({ id, batchId, tenantId, state }: LeftJob): Promise<Outcome> {
  if (state !== "submitted") {
    await moveJob(id, { to: "unknown" });
    try {
      const looked = await lookForJob(id);
      if (looked.state === "not accepted") return (await settleBatch(batchId)) === "settled" ? "settled" : "waiting";
      if (looked.state === "wait") return "waiting";
      if (looked.state === "parked") return "parked";
    } catch (error) {
      if (!(error instanceof BoardsError)) throw error;
      log.warn({ jobId: id, reason: error.reason, raw: error.raw }, "could not look for a lost job");
      await park(id, batchId);
      return "parked";
    }
  }
  await sendOutboxEvents([await writeOutboxEvent(db(), generationCancelled.name, { batchId, tenantId })]);
  return "stopped";
}
