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

async function pruneHistory(pool: pg.Pool, retentionDays: number): Promise<void> {
  const age = `${retentionDays} days`;
  await pool.query("delete from inngest_local.runs where ended_at < now() - $1::interval", [age]);
  // Ids must be remembered for 24 hours, however short the retention.
  await pool.query(
    `delete from inngest_local.events where received_at < now() - greatest($1::interval, interval '24 hours')
       and not exists (select from inngest_local.runs where runs.event_internal_id = events.internal_id)`,
    [age],
  );
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
