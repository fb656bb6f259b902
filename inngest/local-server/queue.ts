import { nextCronMoment } from "./cron-schedule";
import { type Queryable, workerSchema } from "./database";

/** The kinds of job in the queue. */
export const tasks = {
  run: "work-on-run",
  cron: "start-cron-run",
  prune: "prune-history",
  sweep: "sweep-runs",
} as const;

/** Payload of a `work-on-run` job. */
export type RunJob = { runId: string };

/** Payload of a `start-cron-run` job. */
export type CronJob = { functionId: string; schedule: string };

/**
 * Why a run is woken. Each reason has its own job key, so that a timer set late never overwrites an earlier wake-up;
 * within one reason the newest job replaces the one before.
 */
export type WakeReason = "start" | "signal" | "timer";

/** Queues work on a run, at once or at `at`; in a transaction it becomes visible with the commit. */
export async function enqueueRun(client: Queryable, runId: string, reason: WakeReason, at?: Date): Promise<void> {
  const payload: RunJob = { runId };
  await client.query({
    name: "enqueue-run",
    text: `select 1 from ${workerSchema}.add_job($1, $2::json, run_at := $3::timestamptz, job_key := $4)`,
    values: [tasks.run, JSON.stringify(payload), at ?? null, runJobKey(runId, reason)],
  });
}

/** The job key of a run for one reason to wake. */
export function runJobKey(runId: string, reason: WakeReason): string {
  return `run:${runId}:${reason}`;
}

/** Queues the next run of a cron trigger; `keepSchedule` leaves a job that is already waiting as it is. */
export async function enqueueCron(client: Queryable, functionId: string, schedule: string, options: { keepSchedule: boolean }): Promise<void> {
  const payload: CronJob = { functionId, schedule };
  await client.query(`select 1 from ${workerSchema}.add_job($1, $2::json, run_at := $3::timestamptz, job_key := $4, job_key_mode := $5)`, [
    tasks.cron,
    JSON.stringify(payload),
    nextCronMoment(schedule),
    `cron:${functionId}:${schedule}`,
    options.keepSchedule ? "preserve_run_at" : "replace",
  ]);
}

/**
 * Queues every unfinished run that has no job and is not `active`, as after a crash while it held none; answers how many.
 */
export async function enqueueOrphanedRuns(client: Queryable, isActive = (_runId: string) => false): Promise<number> {
  const orphans = await client.query<{ id: string }>(
    `select id from inngest_local.runs where status in ('queued', 'running') and not exists (
       select from ${workerSchema}.jobs
       where attempts < max_attempts and key in ('run:' || runs.id || ':start', 'run:' || runs.id || ':signal', 'run:' || runs.id || ':timer'))`,
  );
  const idle = orphans.rows.filter(({ id }) => !isActive(id));
  for (const { id } of idle) await enqueueRun(client, id, "start");
  return idle.length;
}
