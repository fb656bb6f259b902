import { generationCancelled } from "@/inngest/events";
import { settleBatch } from "@/lib/credits/settle";
import { db } from "@/lib/db/client";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/outbox";
import { log } from "@/lib/log";

const quietMinutes = 15;

interface Left {
  batch_id: string;
  tenant_id: string;
  state: string | null;
}

/**
 * Looks after what no run looks after any more: money set aside for batches that have ended is settled, a job that still runs for
 * nobody is stopped, and one of which nobody knows whether it exists is put before an admin. Answers how many of each.
 */
export async function reconcileJobs(): Promise<{ settled: number; stopped: number; parked: number }> {
  const left = await db().$queryRaw<Left[]>`
    SELECT DISTINCT ON (batch_id) batch_id, tenant_id, state FROM (
      SELECT (r.metadata ->> 'batchId')::uuid AS batch_id, r.tenant_id, r.created_at,
        (SELECT j.state FROM boards.provider_jobs AS j WHERE j.batch_id = (r.metadata ->> 'batchId')::uuid ORDER BY j.attempt DESC LIMIT 1) AS state
      FROM boards.credit_transactions AS r
      WHERE r.transaction_type = 'reserve' AND r.created_at < now() - interval '2 minutes'
        AND NOT EXISTS (SELECT FROM boards.credit_transactions AS s WHERE s.generation_id = r.generation_id AND s.transaction_type IN ('finalize', 'refund'))
      UNION ALL
      SELECT j.batch_id, j.tenant_id, j.created_at, j.state FROM boards.provider_jobs AS j
      WHERE j.state IN ('intent', 'unknown', 'submitted') AND j.updated_at < now() - make_interval(mins => ${quietMinutes})
    ) AS open
    WHERE NOT EXISTS (SELECT FROM boards.generations AS g WHERE g.batch_id = open.batch_id AND g.status IN ('pending', 'processing'))
    LIMIT 500`;
  const count = { settled: 0, stopped: 0, parked: 0 };
  for (const { batch_id: batchId, tenant_id: tenantId, state } of left) {
    if (state === "submitted") {
      await sendOutboxEvents([await writeOutboxEvent(db(), generationCancelled.name, { batchId, tenantId })]);
      count.stopped++;
    } else if (state === "intent" || state === "unknown") {
      const quietSince = new Date(Date.now() - quietMinutes * 60_000);
      const parked = await db().providerJob.updateMany({
        where: { batchId, state: { in: ["intent", "unknown"] }, updatedAt: { lt: quietSince } },
        data: { state: "needs_review", updatedAt: new Date() },
      });
      count.parked += parked.count;
    } else if ((await settleBatch(batchId)) === "settled") count.settled++;
  }
  if (left.length > 0) log.info(count, "reconciled provider jobs");
  return count;
}
