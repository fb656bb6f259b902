import type pg from "pg";
import { parseMoment } from "./durations";
import { endRun } from "./end-run";
import { type InngestEvent, internalEventNames } from "./events";
import { conditionHolds } from "./expressions";
import type { FunctionRegistry } from "./function-registry";
import { createUlid } from "./identifiers";
import { enqueueRun } from "./queue";
import { startRun } from "./start-run";

/** An event on its way in; `internalId` is the same when the sender repeats the request. */
export type IncomingEvent = { internalId: string; event: InngestEvent };

/**
 * Stores events and all they cause: cancelled runs, waits that end, runs that start, and what those ends cause in turn.
 * Runs in the caller's transaction, so an event that was answered with 200 has done all of it or is not stored.
 * Answers one internal id an event; an event id seen within 24 hours causes nothing and gets the earlier id.
 */
export async function acceptEvents(client: pg.PoolClient, registry: FunctionRegistry, incoming: IncomingEvent[]): Promise<string[]> {
  // Sorted, so that two requests with the same ids never wait for each other.
  const chosenIds = incoming.flatMap(({ event }) => (event.id ? [event.id] : [])).sort();
  for (const id of chosenIds) {
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 1))", [id]);
  }
  const internalIds: string[] = [];
  for (const item of incoming) internalIds.push(await acceptEvent(client, registry, item));
  return internalIds;
}

async function acceptEvent(client: pg.PoolClient, registry: FunctionRegistry, incoming: IncomingEvent): Promise<string> {
  const { internalId, event } = incoming;
  if (event.id) {
    const earlier = await client.query<{ internal_id: string }>(
      `select internal_id from inngest_local.events
       where id = $1 and received_at > now() - interval '24 hours' order by received_at limit 1`,
      [event.id],
    );
    if (earlier.rows[0]) return earlier.rows[0].internal_id;
  }
  // News of a run's end that no function asks for is nobody's to look up.
  const isNews =
    event.name === internalEventNames.finished && registry.triggeredBy(event.name).length === 0 && registry.cancelledBy(event.name).length === 0;
  if (isNews) {
    await answerWaits(client, event);
    return internalId;
  }
  const stored = await client.query(
    `insert into inngest_local.events (internal_id, id, name, payload) values ($1, $2, $3, $4) on conflict do nothing`,
    [internalId, event.id ?? internalId, event.name, JSON.stringify(event)],
  );
  if (!stored.rowCount) return internalId;
  // Cancellations come first: an event must not cancel the run that it starts.
  const followUps = await cancelRuns(client, registry, event);
  await answerWaits(client, event);
  const started = new Set<string>();
  for (const { config, condition } of registry.triggeredBy(event.name)) {
    if (started.has(config.id) || !conditionHolds(condition, { event })) continue;
    started.add(config.id);
    await startRun(client, { config, event, eventInternalId: internalId });
  }
  await acceptEvents(client, registry, asIncoming(followUps));
  return internalId;
}

/** Gives internal events, which nobody sends twice, their ids. */
export function asIncoming(events: InngestEvent[]): IncomingEvent[] {
  return events.map((event) => ({ internalId: createUlid(), event }));
}

async function cancelRuns(client: pg.PoolClient, registry: FunctionRegistry, event: InngestEvent): Promise<InngestEvent[]> {
  const followUps: InngestEvent[] = [];
  for (const { config, rule } of registry.cancelledBy(event.name)) {
    const active = await client.query<{ id: string; event: InngestEvent; created_at: Date }>(
      `select id, event, created_at from inngest_local.runs
       where function_id = $1 and status in ('queued', 'running') order by id`,
      [config.id],
    );
    for (const run of active.rows) {
      const deadline = rule.timeout ? parseMoment(rule.timeout, run.created_at.getTime()) : undefined;
      if (deadline && deadline.getTime() < Date.now()) continue;
      if (!conditionHolds(rule.if, { event: run.event, async: event })) continue;
      const error = { name: "FunctionCancelled", message: `Cancelled by the event "${event.name}"` };
      followUps.push(...(await endRun(client, run.id, { status: "cancelled", error })));
      // A run that is being worked on learns of its end by this job.
      await enqueueRun(client, run.id, "signal");
    }
  }
  return followUps;
}

async function answerWaits(client: pg.PoolClient, event: InngestEvent): Promise<void> {
  const waits = await client.query<{ run_id: string; id: string; wait_expression: string | null; event: InngestEvent }>({
    name: "find-waits",
    text: `select steps.run_id, steps.id, steps.wait_expression, runs.event
       from inngest_local.steps join inngest_local.runs on runs.id = steps.run_id
       where steps.status = 'waiting' and steps.wait_event = $1 and runs.status in ('queued', 'running')
       order by steps.run_id, steps.id`,
    values: [event.name],
  });
  for (const wait of waits.rows) {
    if (!conditionHolds(wait.wait_expression, { event: wait.event, async: event })) continue;
    const answered = await client.query(
      `update inngest_local.steps
       set status = 'completed', data = $3, due_at = null, completed_seq = nextval('inngest_local.step_completions'), ended_at = now()
       where run_id = $1 and id = $2 and status = 'waiting'`,
      [wait.run_id, wait.id, JSON.stringify(event)],
    );
    if (answered.rowCount) await enqueueRun(client, wait.run_id, "signal");
  }
}
