import { type Queryable, workerSchema } from "./database";
import type { InngestEvent } from "./events";
import { evaluateKey } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { createUlid } from "./identifiers";
import { runJobKey, tasks } from "./queue";

/** What starts a run: the event, and for an invoked function the step that waits for it. */
export type RunStart = {
  config: FunctionConfig;
  eventInternalId: string;
  event: InngestEvent;
  parent?: { runId: string; stepId: string };
};

/**
 * Stores a run and queues it, within the caller's transaction. Answers undefined when there is nothing to start:
 * the event already started this function, or its idempotency key did within 24 hours.
 */
export async function startRun(client: Queryable, start: RunStart): Promise<string | undefined> {
  const { config, event } = start;
  const idempotencyKey = config.idempotency ? evaluateKey(config.idempotency, event) : null;
  if (idempotencyKey !== null) {
    // Two events with one key must not both find nothing.
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${config.id}:${idempotencyKey}`]);
    const earlier = await client.query(
      `select from inngest_local.runs
       where function_id = $1 and idempotency_key = $2 and created_at > now() - interval '24 hours' limit 1`,
      [config.id, idempotencyKey],
    );
    if (earlier.rowCount) return undefined;
  }
  const run = newRun(start);
  const inserted = await client.query({
    name: "start-run",
    text: `with run as (
         insert into inngest_local.runs (id, function_id, event_internal_id, event, idempotency_key, parent_run_id, parent_step_id)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id
       )
       select from run, ${workerSchema}.add_job($8, json_build_object('runId', run.id), run_at := $9::timestamptz, job_key := $10)`,
    values: [
      run.run_id,
      config.id,
      start.eventInternalId,
      JSON.stringify(run.event),
      idempotencyKey,
      start.parent?.runId ?? null,
      start.parent?.stepId ?? null,
      tasks.run,
      run.run_at,
      run.job_key,
    ],
  });
  return inserted.rowCount ? run.run_id : undefined;
}

/** A run to be stored, with the job that works on it, in the words of the database. */
export function newRun({ config, event, eventInternalId }: RunStart) {
  const run_id = createUlid();
  // As in Inngest, an event dated in the future starts its functions then.
  const run_at = event.ts > Date.now() ? new Date(event.ts) : null;
  return { run_id, function_id: config.id, event: { ...event, id: event.id ?? eventInternalId }, job_key: runJobKey(run_id, "start"), run_at };
}
