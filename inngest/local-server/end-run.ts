import type { Queryable } from "./database";
import { type InngestEvent, internalEventNames, type SerializedError } from "./events";
import type { FunctionRegistry } from "./function-registry";
import { enqueueRun } from "./queue";

/** How a run ended. */
export type RunOutcome =
  | { status: "completed"; output: unknown }
  | { status: "failed"; error: SerializedError }
  | { status: "cancelled"; error: SerializedError };

type EndedRun = {
  function_id: string;
  event: InngestEvent;
  parent_run_id: string | null;
  parent_step_id: string | null;
  /** Some step waits for the news that a run has finished. */
  is_awaited: boolean;
};

/**
 * Ends a run within the caller's transaction and wakes the run that invoked it. Answers the internal events that the
 * caller must accept in the same transaction (onFailure hangs on them); none when the run had already ended.
 */
export async function endRun(client: Queryable, registry: FunctionRegistry, runId: string, outcome: RunOutcome): Promise<InngestEvent[]> {
  const output = outcome.status === "completed" ? JSON.stringify(outcome.output ?? null) : null;
  const error = outcome.status === "completed" ? null : JSON.stringify(outcome.error);
  const ended = await client.query<EndedRun>({
    name: "end-run",
    text: `update inngest_local.runs set status = $2, output = $3, error = $4, ended_at = now()
     where id = $1 and status in ('queued', 'running')
     returning function_id, event, parent_run_id, parent_step_id,
       exists (select from inngest_local.steps where status = 'waiting' and wait_event = $5) as is_awaited`,
    values: [runId, outcome.status, output, error, internalEventNames.finished],
  });
  const run = ended.rows[0];
  if (!run) return [];
  if (run.parent_run_id && run.parent_step_id) {
    const answered = await client.query(
      `update inngest_local.steps
       set status = $3, data = $4, error = $5, due_at = null, completed_seq = nextval('inngest_local.step_completions'), ended_at = now()
       where run_id = $1 and id = $2 and status = 'invoking'`,
      [run.parent_run_id, run.parent_step_id, outcome.status === "completed" ? "completed" : "failed", output, error],
    );
    if (answered.rowCount) await enqueueRun(client, run.parent_run_id, "signal");
  }
  const isHeard = run.is_awaited || isListenedTo(registry, internalEventNames.finished);
  return endEvents(runId, run, outcome).filter(({ name }) => isHeard || name !== internalEventNames.finished);
}

/** Ends, by one statement, a completed run whose end nobody waits for: no run invoked it, and no function or step asks for the news. Answers whether it did. */
export async function endUnheard(client: Queryable, registry: FunctionRegistry, runId: string, outcome: RunOutcome): Promise<boolean> {
  if (outcome.status !== "completed" || isListenedTo(registry, internalEventNames.finished)) return false;
  const ended = await client.query({
    name: "end-run-unheard",
    text: `update inngest_local.runs set status = 'completed', output = $2, ended_at = now()
     where id = $1 and status in ('queued', 'running') and parent_run_id is null
       and not exists (select from inngest_local.steps where status = 'waiting' and wait_event = $3)`,
    values: [runId, JSON.stringify(outcome.output ?? null), internalEventNames.finished],
  });
  return Boolean(ended.rowCount);
}

/** Whether an event of this name starts or cancels any function. */
export const isListenedTo = (registry: FunctionRegistry, name: string): boolean =>
  registry.triggeredBy(name).length > 0 || registry.cancelledBy(name).length > 0;

/** What Inngest tells of a canceled run; who looks at the run itself reads why it was canceled. */
const cancelled = { name: "Error", message: "function cancelled", error: "function cancelled" };

/** The same events with the same data as Inngest sends: its source, pkg/execution/executor/finalize.go. */
function endEvents(runId: string, run: EndedRun, outcome: RunOutcome): InngestEvent[] {
  const { finished, failed } = internalEventNames;
  // A function that listens to every end would otherwise start itself again for ever, and so would an onFailure that fails.
  if (run.event.name === finished || run.event.name === failed) return [];
  const ended =
    outcome.status === "completed" ? { result: outcome.output ?? null } : { error: outcome.status === "cancelled" ? cancelled : outcome.error };
  const invoker = run.parent_run_id && { correlation_id: correlationId(run.parent_run_id, run.parent_step_id ?? "") };
  const status = outcome.status.charAt(0).toUpperCase() + outcome.status.slice(1);
  const data = { function_id: run.function_id, run_id: runId, event: run.event, events: [run.event], ...ended, ...invoker, _inngest: { status } };
  const ts = Date.now();
  const events: InngestEvent[] = [{ name: finished, data, ts }];
  if (outcome.status !== "completed") events.push({ id: runId, name: internalEventNames[outcome.status], data, ts });
  return events;
}

/** What an invoked run, and the news of its end, know its invoker by. */
export const correlationId = (runId: string, stepId: string): string => `${runId}.${stepId}`;
