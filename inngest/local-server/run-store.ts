import type pg from "pg";
import type { Queryable } from "./database";
import type { InngestEvent, SerializedError } from "./events";

/** A run as the server works on it. */
export type RunState = {
  id: string;
  functionId: string;
  event: InngestEvent;
  eventBytes: number;
  attempt: number;
  /** How often the server was killed during the call that comes next. */
  interruptions: number;
  retryAt: Date | null;
  discoveredSeq: number | null;
  /** Nobody has worked on it before, so that it has no steps yet. */
  isNew: boolean;
};

/** A step that the app has reported: still pending, or with its memoized result. */
export type StepState = {
  id: string;
  name: string;
  status: "planned" | "sleeping" | "waiting" | "invoking" | "completed" | "failed";
  attempt: number;
  dueAt: Date | null;
  data: unknown;
  error: SerializedError | null;
  /** How much its result adds to the run's state. */
  bytes: number;
  completedSeq: number | null;
};

/** The result of a step, as it is memoized. */
export type StepResult = { id: string; op: string; name: string } & (
  | { status: "completed"; data: unknown }
  | { status: "failed"; error: SerializedError }
);

type StepRow = Omit<StepState, "dueAt" | "completedSeq"> & { due_at: Date | null; completed_seq: string | null };

/** Marks a run as running and reads it; undefined when it has ended. */
export async function claimRun(client: Queryable, runId: string): Promise<RunState | undefined> {
  const claimed = await client.query<{
    id: string;
    function_id: string;
    event: InngestEvent;
    event_bytes: number;
    attempt: number;
    interruptions: number;
    retry_at: Date | null;
    discovered_seq: string | null;
    is_new: boolean;
  }>({
    name: "claim-run",
    text: `update inngest_local.runs set status = 'running', started_at = coalesce(started_at, now())
       where id = $1 and status in ('queued', 'running')
       returning id, function_id, event, octet_length(event::text) as event_bytes, attempt, interruptions, retry_at, discovered_seq, started_at = now() as is_new`,
    values: [runId],
  });
  const row = claimed.rows[0];
  if (!row) return undefined;
  return {
    id: row.id,
    functionId: row.function_id,
    event: row.event,
    eventBytes: row.event_bytes,
    attempt: row.attempt,
    interruptions: row.interruptions,
    retryAt: row.retry_at,
    discoveredSeq: row.discovered_seq === null ? null : Number(row.discovered_seq),
    isNew: row.is_new,
  };
}

/** Whether a run still wants to be worked on. */
export async function isActive(client: Queryable, runId: string): Promise<boolean> {
  const found = await client.query("select from inngest_local.runs where id = $1 and status = 'running'", [runId]);
  return Boolean(found.rowCount);
}

/** All steps of a run. */
export async function loadSteps(client: Queryable, runId: string): Promise<StepState[]> {
  const found = await client.query<StepRow>({
    name: "load-steps",
    text: `select id, name, status, attempt, due_at, data, error, completed_seq,
        coalesce(octet_length(data::text), octet_length(error::text), 0) as bytes from inngest_local.steps where run_id = $1`,
    values: [runId],
  });
  return found.rows.map(({ due_at, completed_seq, ...step }) => ({
    ...step,
    dueAt: due_at,
    completedSeq: completed_seq === null ? null : Number(completed_seq),
  }));
}

/**
 * Memoizes a step's result, the moment after which the step is never run again, and takes the run's attempts back to 0.
 * Answers its place in the order of completion; undefined when the run has ended or the step already has a result.
 */
export async function storeResult(client: Queryable, runId: string, result: StepResult): Promise<number | undefined> {
  const stored = await client.query<{ completed_seq: string }>({
    name: "store-result",
    text: `with active as (
         update inngest_local.runs set attempt = 0, interruptions = 0, retry_at = null, last_error = null
         where id = $1 and status = 'running' and (attempt > 0 or interruptions > 0) returning id)
       insert into inngest_local.steps (run_id, id, op, name, status, data, error, completed_seq, ended_at, attempt, last_error)
       select id, $2, $3, $4, $5, $6::json, $7::json, nextval('inngest_local.step_completions'), now(), attempt, last_error
       from inngest_local.runs where id = $1 and status = 'running'
       on conflict (run_id, id) do update
         set op = $3, status = $5, data = excluded.data, error = excluded.error, due_at = null,
             completed_seq = excluded.completed_seq, ended_at = now()
         where steps.completed_seq is null
       returning completed_seq`,
    values: [
      runId,
      result.id,
      result.op,
      result.name,
      result.status,
      result.status === "completed" ? JSON.stringify(result.data ?? null) : null,
      result.status === "failed" ? JSON.stringify(result.error) : null,
    ],
  });
  const seq = stored.rows[0]?.completed_seq;
  return seq === undefined ? undefined : Number(seq);
}

/** Ends a sleep, a wait or an invoke whose time is up, unless its answer came first. */
export async function storeTimeout(client: Queryable, runId: string, step: StepState, error: SerializedError | null): Promise<number | undefined> {
  const stored = await client.query<{ completed_seq: string }>(
    `update inngest_local.steps
     set status = $4, data = $5, error = $6, due_at = null, completed_seq = nextval('inngest_local.step_completions'), ended_at = now()
     where run_id = $1 and id = $2 and status = $3 returning completed_seq`,
    [runId, step.id, step.status, error ? "failed" : "completed", error ? null : "null", error && JSON.stringify(error)],
  );
  const seq = stored.rows[0]?.completed_seq;
  return seq === undefined ? undefined : Number(seq);
}

/** The attempt that comes next: which one, when at the earliest, and what went wrong in the one before. */
export type Retry = { attempt: number; at: Date; error: SerializedError };

/** Stores that the next call of the run itself is a further attempt. */
export async function storeRunRetry(client: Queryable, runId: string, { attempt, at, error }: Retry): Promise<void> {
  const values = [runId, attempt, at, JSON.stringify(error)];
  await client.query("update inngest_local.runs set attempt = $2, interruptions = 0, retry_at = $3, last_error = $4 where id = $1", values);
}

/** Stores that a planned step is tried again. */
export async function storeStepRetry(client: Queryable, runId: string, stepId: string, { attempt, at, error }: Retry): Promise<void> {
  await client.query(
    `with passed as (update inngest_local.runs set interruptions = 0 where id = $1 and interruptions > 0)
     update inngest_local.steps set attempt = $3, due_at = $4, last_error = $5 where run_id = $1 and id = $2 and status = 'planned'`,
    [runId, stepId, attempt, at, JSON.stringify(error)],
  );
}

/** Stores that a discovery call saw every result up to `seq`. */
export async function storeDiscovery(client: pg.PoolClient, runId: string, seq: number): Promise<boolean> {
  const stored = await client.query(
    `update inngest_local.runs set discovered_seq = $2, attempt = 0, interruptions = 0, retry_at = null, last_error = null
     where id = $1 and status = 'running'`,
    [runId, seq],
  );
  return Boolean(stored.rowCount);
}
