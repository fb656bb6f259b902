import type { Queryable } from "./database";
import type { InngestEvent, SerializedError } from "./events";
import { maximumAttempts, parseFunctionConfig } from "./function-config";

/** The states of a run, in the order that it goes through them. */
export const runStates = ["queued", "running", "completed", "failed", "cancelled"] as const;

/** One of `runStates`. */
export type RunStatus = (typeof runStates)[number];

/** A run as one line of a list; `attempt` counts from 0. */
export interface RunSummary {
  id: string;
  functionId: string;
  status: RunStatus;
  attempt: number;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** How it failed, or how the attempt before this one did. */
  error: SerializedError | null;
  /** Of its steps, those that ended and all that it has come to. */
  steps: { ended: number; all: number };
}

/** A step with all that is known of it; `attempt` counts from 0. */
export interface StepHistory {
  name: string;
  op: string;
  status: string;
  attempt: number;
  createdAt: Date;
  endedAt: Date | null;
  dueAt: Date | null;
  waitEvent: string | null;
  data: unknown;
  error: SerializedError | null;
}

/** A run with all that is known of it. */
export interface RunHistory extends RunSummary {
  event: InngestEvent;
  retryAt: Date | null;
  /** Null when the app no longer has the function. */
  maximumAttempts: number | null;
  output: unknown;
  history: StepHistory[];
}

const mostSteps = 1000;

const summary = `runs.id, function_id as "functionId", runs.status, runs.attempt, runs.created_at as "createdAt", started_at as "startedAt",
  runs.ended_at as "endedAt", coalesce(runs.error, runs.last_error) as error,
  (select json_build_object('ended', count(completed_seq), 'all', count(*)) from inngest_local.steps where run_id = runs.id) as steps`;

/** Whether a local server has ever worked with this database. */
export async function hasRuns(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>("select to_regclass('inngest_local.runs') is not null as found");
  return rows[0]?.found === true;
}

/** The newest runs in one of these states, at most `limit`; with `about` those whose event names this id, such as a generation's. */
export async function listRuns(client: Queryable, filter: { states: readonly RunStatus[]; limit: number; about?: string }): Promise<RunSummary[]> {
  const { states, limit, about } = filter;
  const { rows } = await client.query<RunSummary>(
    `select ${summary} from inngest_local.runs
     where status = any($1) and ($2::text is null or position('"' || $2 || '"' in event::text) > 0)
     order by created_at desc, id desc limit $3`,
    [states, about ?? null, limit],
  );
  return rows;
}

/** One run with its steps in the order that they came up; null when there is none. */
export async function readRun(client: Queryable, id: string): Promise<RunHistory | null> {
  const runs = await client.query<Omit<RunHistory, "history" | "maximumAttempts"> & { config: unknown }>(
    `select ${summary}, event, retry_at as "retryAt", output, functions.config
     from inngest_local.runs left join inngest_local.functions on functions.id = function_id where runs.id = $1`,
    [id],
  );
  const [found] = runs.rows;
  if (!found) return null;
  const { config, ...run } = found;
  const steps = await client.query<StepHistory>(
    `select name, op, status, attempt, created_at as "createdAt", ended_at as "endedAt", due_at as "dueAt", wait_event as "waitEvent", data,
       coalesce(error, last_error) as error
     from inngest_local.steps where run_id = $1 order by created_at, completed_seq, id limit ${mostSteps}`,
    [id],
  );
  return { ...run, maximumAttempts: config ? maximumAttempts(parseFunctionConfig(config)) : null, history: steps.rows };
}
