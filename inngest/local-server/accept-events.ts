import type pg from "pg";
import { inTransaction } from "./database";
import { parseMoment } from "./durations";
import { endRun, isListenedTo } from "./end-run";
import { type InngestEvent, internalEventNames } from "./events";
import { conditionHolds } from "./expressions";
import type { FunctionConfig } from "./function-config";
import type { FunctionRegistry } from "./function-registry";
import { createUlid, timeOfUlid } from "./identifiers";
import { enqueueRun, tasks } from "./queue";
import { newRun, startRun } from "./start-run";

/** An event on its way in; `internalId` is the same when the sender repeats the request. */
export type IncomingEvent = { internalId: string; event: InngestEvent };

/** Stores what was just sent, with all it causes: everything or nothing. Answers one internal id an event, as `acceptEvents` does. */
export async function takeEvents(pool: pg.Pool, registry: FunctionRegistry, incoming: IncomingEvent[]): Promise<string[]> {
  const [only] = incoming;
  const id = only && incoming.length === 1 ? await takePlainEvent(pool, registry, only) : null;
  return id ? [id] : inTransaction(pool, (client) => acceptEvents(client, registry, incoming));
}

/** Stores an event by one call (schema.sql), unless it does more than start runs: then nothing is stored, and the answer is null. */
async function takePlainEvent(pool: pg.Pool, registry: FunctionRegistry, { internalId, event }: IncomingEvent): Promise<string | null> {
  const configs = startedBy(registry, event);
  // One that starts nothing is sent for the runs that wait for it.
  if (configs.length === 0 || configs.some(({ idempotency }) => idempotency) || registry.cancelledBy(event.name).length > 0) return null;
  const starts = configs.map((config) => newRun({ config, event, eventInternalId: internalId }));
  const accepted = await pool.query<{ id: string | null }>({
    name: "accept-event",
    text: "select inngest_local.accept_event($1, $2, $3, $4, $5, $6) as id",
    values: [internalId, event.id ?? null, event.name, JSON.stringify(event), tasks.run, JSON.stringify(starts)],
  });
  return accepted.rows[0]?.id ?? null;
}

/** The functions that an event starts, each once. */
function startedBy(registry: FunctionRegistry, event: InngestEvent): FunctionConfig[] {
  const met = registry.triggeredBy(event.name).filter(({ condition }) => conditionHolds(condition, { event }));
  return [...new Map(met.map(({ config }) => [config.id, config])).values()];
}

/**
 * Stores events and all they cause: canceled runs, waits that end, runs that start, and what those ends cause in turn.
 * Runs in the caller's transaction, so an event that was answered with 200 has done all of it or is not stored.
 * Answers one internal id an event; an event id seen within 24 hours causes nothing and gets the earlier id.
 */
export async function acceptEvents(client: pg.PoolClient, registry: FunctionRegistry, incoming: IncomingEvent[]): Promise<string[]> {
  // Sorted, so that two requests with the same ids never wait for each other.
  const chosenIds = incoming.flatMap(({ event }) => (event.id ? [event.id] : [])).sort();
  if (chosenIds.length > 0) {
    const text = "select pg_advisory_xact_lock(hashtextextended(id, 1)) from unnest($1::text[]) as id";
    await client.query({ name: "lock-event-ids", text, values: [chosenIds] });
  }
  const internalIds: string[] = [];
  for (const item of incoming) internalIds.push(await acceptEvent(client, registry, item));
  return internalIds;
}

async function acceptEvent(client: pg.PoolClient, registry: FunctionRegistry, incoming: IncomingEvent): Promise<string> {
  const { internalId, event } = incoming;
  // News of a run's end that no function asks for is nobody's to look up.
  const isNews = event.name === internalEventNames.finished && !isListenedTo(registry, event.name);
  const { earlierId, isStored, waits } = await storeEvent(client, incoming, !isNews);
  if (earlierId) return earlierId;
  if (isNews) await answerWaits(client, event, waits);
  if (!isStored) return internalId;
  // Cancellations come first: an event must not cancel the run that it starts.
  const followUps = await cancelRuns(client, registry, event);
  await answerWaits(client, event, waits);
  for (const config of startedBy(registry, event)) await startRun(client, { config, event, eventInternalId: internalId });
  await acceptEvents(client, registry, asIncoming(followUps));
  return internalId;
}

interface Wait {
  run_id: string;
  id: string;
  wait_expression: string | null;
  event: InngestEvent;
}

/** Stores an event, unless its id came before or it `isKept` not, and finds which steps wait for one of its name. */
async function storeEvent(client: pg.PoolClient, { internalId, event }: IncomingEvent, isKept: boolean) {
  const found = await client.query<{ earlier_id: string | null; is_stored: boolean; waits: Wait[] }>({
    name: "store-event",
    text: `with earlier as (
         select internal_id from inngest_local.events
         where id = $2 and $5 and received_at > now() - interval '24 hours' order by received_at limit 1
       ), stored as (
         insert into inngest_local.events (internal_id, id, name, payload) select $1, coalesce($2, $1), $3, $4
         where $5 and not exists (select from earlier) on conflict do nothing returning internal_id
       ), waits as (
         select steps.run_id, steps.id, steps.wait_expression, runs.event
         from inngest_local.steps join inngest_local.runs on runs.id = steps.run_id
         where steps.status = 'waiting' and steps.wait_event = $3 and runs.status in ('queued', 'running')
       )
       select (select internal_id from earlier) as earlier_id, exists (select from stored) as is_stored,
         coalesce((select json_agg(waits order by run_id, id) from waits), '[]') as waits`,
    values: [internalId, event.id ?? null, event.name, JSON.stringify(event), isKept],
  });
  const [row] = found.rows;
  return { earlierId: row?.earlier_id, isStored: row?.is_stored === true, waits: row?.waits ?? [] };
}

/** Gives internal events, which nobody sends twice, their ids. */
export function asIncoming(events: InngestEvent[]): IncomingEvent[] {
  return events.map((event) => ({ internalId: createUlid(), event }));
}

async function cancelRuns(client: pg.PoolClient, registry: FunctionRegistry, event: InngestEvent): Promise<InngestEvent[]> {
  const followUps: InngestEvent[] = [];
  for (const { config, rule } of registry.cancelledBy(event.name)) {
    const active = await client.query<{ id: string; event: InngestEvent; event_internal_id: string; created_at: Date }>(
      `select id, event, event_internal_id, created_at from inngest_local.runs
       where function_id = $1 and status in ('queued', 'running') order by id`,
      [config.id],
    );
    for (const run of active.rows) {
      const deadline = rule.timeout ? parseMoment(rule.timeout, run.created_at.getTime()) : undefined;
      if (deadline && deadline.getTime() < Date.now()) continue;
      // As Inngest, and so as not to hide from tests that one that comes together with the start is lost there.
      if (event.ts <= timeOfUlid(run.event_internal_id)) continue;
      if (!conditionHolds(rule.if, { event: run.event, async: event })) continue;
      const error = { name: "FunctionCancelled", message: `Cancelled by the event "${event.name}"` };
      followUps.push(...(await endRun(client, registry, run.id, { status: "cancelled", error })));
      // A run that is being worked on learns of its end by this job.
      await enqueueRun(client, run.id, "signal");
    }
  }
  return followUps;
}

async function answerWaits(client: pg.PoolClient, event: InngestEvent, waits: Wait[]): Promise<void> {
  for (const wait of waits) {
    if (!conditionHolds(wait.wait_expression, { event: wait.event, async: event })) continue;
    const answered = await client.query(
      `update inngest_local.steps
       set status = 'completed', data = $3, due_at = null, completed_seq = nextval('inngest_local.step_completions'), ended_at = now()
       where run_id = $1 and id = $2 and status = 'waiting'
         and exists (select from inngest_local.runs where runs.id = run_id and runs.status in ('queued', 'running'))`,
      [wait.run_id, wait.id, JSON.stringify(event)],
    );
    if (answered.rowCount) await enqueueRun(client, wait.run_id, "signal");
  }
}
