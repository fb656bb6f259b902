import { type Runner, run, type TaskList, Logger as WorkerLogger } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "pino";
import { workerSchema } from "./database";
import type { Engine } from "./engine";
import { type CronJob, enqueueOrphanedRuns, type RunJob, tasks } from "./queue";
import type { RunSupervisor } from "./run-supervisor";
import { startCronRun } from "./start-cron-run";

// Runs that wait for time, events or slots hold no job, so this bounds only runs that are being worked on.
const concurrentJobs = 64;

const prunedAtOnce = 2000;

async function pruneHistory(pool: pg.Pool, retentionDays: number): Promise<void> {
  const age = `${retentionDays} days`;
  await pruneInPieces(
    pool,
    "delete from inngest_local.runs where id in (select id from inngest_local.runs where ended_at < now() - $1::interval limit $2)",
    age,
  );
  // Ids must be remembered for 24 hours, however short the retention.
  const events = `delete from inngest_local.events where internal_id in (
    select internal_id from inngest_local.events where received_at < now() - greatest($1::interval, interval '24 hours')
      and not exists (select from inngest_local.runs where runs.event_internal_id = events.internal_id) limit $2)`;
  await pruneInPieces(pool, events, age);
}

/** Runs a statement until it finds less than it may delete: nobody waits for one long one. */
async function pruneInPieces(pool: pg.Pool, sql: string, age: string): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(sql, [age, prunedAtOnce]);
    if ((rowCount ?? 0) < prunedAtOnce) return;
  }
}

/** Starts taking jobs from the queue (graphile-worker: claiming, scheduling, retrying, waking by LISTEN/NOTIFY). */
export function startJobRunner(engine: Engine, supervisor: RunSupervisor, retentionDays: number): Promise<Runner> {
  const taskList: TaskList = {
    [tasks.run]: (payload) => supervisor.work((payload as RunJob).runId),
    [tasks.cron]: (payload, { job }) => startCronRun(engine.pool, engine.registry, payload as CronJob, job.run_at),
    [tasks.prune]: () => pruneHistory(engine.pool, retentionDays),
    [tasks.sweep]: async () => {
      await enqueueOrphanedRuns(engine.pool, (runId) => supervisor.has(runId));
    },
  };
  return run({
    pgPool: engine.pool,
    noHandleSignals: true,
    logger: workerLogger(engine.logger),
    taskList,
    crontab: `17 * * * * ${tasks.prune}\n*/5 * * * * ${tasks.sweep}`,
    // The local queue polls once for all workers, where each would poll for itself.
    preset: {
      // Without completeJobBatchDelay: when a database went away, its batches never let the runner stop (graphile-worker 0.17).
      worker: { schema: workerSchema, concurrentJobs, pollInterval: 500, localQueue: { size: concurrentJobs } },
    },
  });
}

// What graphile tells as info is news of every single job.
function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    // Jobs mostly wait for the app, so there may well be more of them than connections.
    const expected = message.includes("maxPoolSize");
    logger[level === "error" ? "error" : level === "warning" && !expected ? "warn" : "debug"](message);
  });
}
