import type pg from "pg";
import { parseMoment } from "./durations";
import { correlationId } from "./end-run";
import { internalEventNames } from "./events";
import { expressionError } from "./expressions";
import type { FunctionRegistry } from "./function-registry";
import { createUlid } from "./identifiers";
import { type Operation, operationName, textOption } from "./operations";
import type { StepState } from "./run-store";
import { startRun } from "./start-run";

/** The app reports a step that this server cannot run; the run fails, since another attempt would report it again. */
export class UnsupportedStepError extends Error {
  override name = "UnsupportedStepError";
}

type Plan = Pick<StepState, "status" | "dueAt" | "error"> & { waitEvent?: string; waitExpression?: string };

// An invoke or a wait without a timeout ends some time; Inngest's own bound is a year as well.
const longestWait = "365d";

/** Stores a step to come, and for an invoke starts the function, within the caller's transaction; undefined if known. */
export async function recordPlan(
  client: pg.PoolClient,
  registry: FunctionRegistry,
  runId: string,
  operation: Operation,
): Promise<StepState | undefined> {
  const plan = planOf(operation, registry);
  const stored = await client.query<{ completed_seq: string | null }>(
    `insert into inngest_local.steps
       (run_id, id, op, name, status, due_at, wait_event, wait_expression, error, completed_seq, ended_at)
     values ($1, $2, $3, $4, $5::text, $6, $7, $8, $9,
             case when $5::text = 'failed' then nextval('inngest_local.step_completions') end,
             case when $5::text = 'failed' then now() end)
     on conflict do nothing returning completed_seq`,
    [
      runId,
      operation.id,
      operation.op,
      operationName(operation),
      plan.status,
      plan.dueAt,
      plan.waitEvent ?? null,
      plan.waitExpression ?? null,
      plan.error && JSON.stringify(plan.error),
    ],
  );
  const row = stored.rows[0];
  if (!row) return undefined;
  if (plan.status === "invoking") await invoke(client, registry, runId, operation, plan.dueAt);
  return {
    id: operation.id,
    name: operationName(operation),
    status: plan.status,
    attempt: 0,
    dueAt: plan.dueAt,
    data: null,
    error: plan.error,
    bytes: 0,
    completedSeq: row.completed_seq === null ? null : Number(row.completed_seq),
  };
}

function planOf(operation: Operation, registry: FunctionRegistry): Plan {
  const failed = (message: string): Plan => ({ status: "failed", dueAt: null, error: { name: "Error", message } });
  switch (operation.op) {
    case "StepPlanned":
      return { status: "planned", dueAt: null, error: null };
    case "Sleep": {
      // The spec says opts.duration; the JavaScript SDK sends the same in `name`.
      const text = textOption(operation, "duration") ?? operation.name ?? "";
      // timeStr gives an empty string for a sleep of 0.
      const dueAt = text === "" ? new Date() : parseMoment(text);
      return dueAt ? { status: "sleeping", dueAt, error: null } : failed(`"${text}" is neither a duration nor a date.`);
    }
    case "WaitForEvent": {
      const waitEvent = textOption(operation, "event") ?? operation.name ?? "";
      const waitExpression = textOption(operation, "if");
      const problem = waitExpression && expressionError(waitExpression);
      if (problem) return failed(`"${waitExpression}" is not valid CEL: ${problem}`);
      const dueAt = parseMoment(textOption(operation, "timeout") ?? longestWait);
      return dueAt
        ? { status: "waiting", dueAt, error: null, waitEvent, waitExpression }
        : failed(`"${textOption(operation, "timeout")}" is not a timeout.`);
    }
    case "InvokeFunction": {
      const functionId = textOption(operation, "function_id") ?? "";
      if (!registry.get(functionId)) return failed(`Function "${functionId}" is not synced, so it cannot be invoked.`);
      return {
        status: "invoking",
        dueAt: parseMoment(textOption(operation, "timeout") ?? longestWait) ?? null,
        error: null,
      };
    }
    default:
      throw new UnsupportedStepError(`Step "${operationName(operation)}" needs "${operation.op}", which Inngest for one machine does not support.`);
  }
}

async function invoke(client: pg.PoolClient, registry: FunctionRegistry, runId: string, operation: Operation, dueAt: Date | null): Promise<void> {
  const config = registry.get(textOption(operation, "function_id") ?? "");
  if (!config) return;
  const payload = (operation.opts?.payload ?? {}) as Record<string, unknown>;
  const internalId = createUlid();
  // What Inngest adds to an invoked function's data: a schema that allows nothing else fails there as well.
  const _inngest = {
    fn_id: config.id,
    correlation_id: correlationId(runId, operation.id),
    name: operationName(operation),
    expire: dueAt?.getTime() ?? 0,
  };
  const event = {
    ...payload,
    name: internalEventNames.invoked,
    data: { ...(payload.data ?? {}), _inngest },
    ts: Date.now(),
  };
  await client.query("insert into inngest_local.events (internal_id, id, name, payload) values ($1, $1, $2, $3)", [
    internalId,
    event.name,
    JSON.stringify(event),
  ]);
  const childRunId = await startRun(client, {
    config,
    eventInternalId: internalId,
    event,
    parent: { runId, stepId: operation.id },
  });
  if (childRunId) return;
  // Its idempotency key holds it back, so nobody will ever answer.
  await client.query(
    `update inngest_local.steps set status = 'completed', data = 'null', due_at = null,
       completed_seq = nextval('inngest_local.step_completions'), ended_at = now() where run_id = $1 and id = $2`,
    [runId, operation.id],
  );
}
