import { sendOutboxEvents } from "@/lib/generations/progress/outbox";
import { resumeBatch } from "@/lib/generations/provider-jobs/resume-batch";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { Prisma } from "@/prisma/generated/client";

const resumedAtOnce = 100;
/** An engine that was started together with this process goes on by itself with what it has. */
const settlingSeconds = 120;

/** For how long a run may show no sign of life: its pauses are a minute at most, and five once it has taken an hour. */
export const longestSilence = (startedAt: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${startedAt} > now() - interval '1 hour' THEN interval '2 minutes' ELSE interval '11 minutes' END`;

/**
 * Begins a new run for batches of whose work nothing was heard for minutes: an engine that was killed may have lost what was in flight. Should
 * their old run go on after all, each step finds what the other has done. Answers how many.
 */
export async function resumeLostBatches(upSeconds = process.uptime()): Promise<number> {
  if (upSeconds < settlingSeconds && !env().isOnVercel) return 0;
  const lost = await asInstallation(
    () => db().$queryRaw<{ batchId: string; tenantId: string }[]>`
      WITH lost AS (
        SELECT turn.batch_id FROM boards.generation_turns AS turn JOIN LATERAL (
          SELECT max(g.updated_at) AS heard_at, min(g.started_at) AS started_at FROM boards.generations AS g
          WHERE g.batch_id = turn.batch_id AND g.status = 'processing'
        ) AS batch ON batch.heard_at IS NOT NULL
        WHERE turn.admitted_at IS NOT NULL AND greatest(turn.admitted_at, batch.heard_at, (
          SELECT max(j.updated_at) FROM boards.provider_jobs AS j WHERE j.batch_id = turn.batch_id
        )) < now() - ${longestSilence(Prisma.sql`batch.started_at`)}
        ORDER BY turn.admitted_at LIMIT ${resumedAtOnce} FOR UPDATE OF turn SKIP LOCKED
      )
      UPDATE boards.generation_turns AS turn SET admitted_at = now() FROM lost WHERE turn.batch_id = lost.batch_id
      RETURNING turn.batch_id AS "batchId", turn.tenant_id AS "tenantId"`,
  );
  for (const batch of lost) {
    log.warn(batch, "nothing was heard of a batch; beginning a new run");
    await sendOutboxEvents([await resumeBatch(db(), batch)]);
  }
  return lost.length;
}
