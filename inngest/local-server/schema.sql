-- Everything the local Inngest server must remember. Run at every boot, so each statement is idempotent.
-- Payloads are json, not jsonb: jsonb refuses \u0000 and reorders keys, and a step's result must come back as it was sent.
create schema if not exists inngest_local;

-- Order in which steps completed, across all runs; the SDK replays promises in this order (ctx.stack).
create sequence if not exists inngest_local.step_completions;

create table if not exists inngest_local.apps (
  id text primary key,
  url text not null,
  sdk text not null,
  checksum text not null,
  synced_at timestamptz not null default now()
);

create table if not exists inngest_local.functions (
  id text primary key,
  app_id text not null references inngest_local.apps (id) on delete cascade,
  config json not null
);

create table if not exists inngest_local.events (
  internal_id text primary key,
  id text not null,
  name text not null,
  payload json not null,
  received_at timestamptz not null default now()
);
create index if not exists events_by_id on inngest_local.events (id, received_at desc);
create index if not exists events_by_age on inngest_local.events (received_at);

create table if not exists inngest_local.runs (
  id text primary key,
  function_id text not null,
  event_internal_id text not null,
  event json not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  idempotency_key text,
  parent_run_id text,
  parent_step_id text,
  -- Attempts spent on the call that comes next; back to 0 whenever the run moves on.
  attempt int not null default 0,
  retry_at timestamptz,
  -- The last completed step that a discovery call has seen; null until the first discovery succeeds.
  discovered_seq bigint,
  output json,
  error json,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  unique (function_id, event_internal_id)
);
create index if not exists runs_by_event on inngest_local.runs (event_internal_id);
create index if not exists runs_active on inngest_local.runs (function_id) where status in ('queued', 'running');
create index if not exists runs_by_age on inngest_local.runs (ended_at) where ended_at is not null;
create index if not exists runs_by_idempotency_key on inngest_local.runs (function_id, idempotency_key, created_at)
  where idempotency_key is not null;

create table if not exists inngest_local.steps (
  run_id text not null references inngest_local.runs (id) on delete cascade,
  id text not null,
  op text not null,
  name text not null,
  status text not null check (status in ('planned', 'sleeping', 'waiting', 'invoking', 'completed', 'failed')),
  attempt int not null default 0,
  -- When the retry, the end of the sleep or the timeout is due.
  due_at timestamptz,
  wait_event text,
  wait_expression text,
  data json,
  error json,
  completed_seq bigint,
  created_at timestamptz not null default now(),
  primary key (run_id, id)
);
-- What failed before the attempt that comes next, and when a step ended: for people who look (run-history.ts).
alter table inngest_local.runs add column if not exists last_error json;
alter table inngest_local.steps add column if not exists last_error json;
alter table inngest_local.steps add column if not exists ended_at timestamptz;
-- How often the server itself was killed while it worked on the call that comes next; back to 0 whenever the run moves on.
alter table inngest_local.runs add column if not exists interruptions int not null default 0;
create index if not exists steps_waiting on inngest_local.steps (wait_event) where status = 'waiting';

-- Stores an event and starts its runs, for one that cancels nothing and whose functions have no idempotency key: one call instead of a transaction of
-- five. Answers its internal id, or that of the one with the same id within 24 hours; null, with nothing stored, when a step waits for an event of this
-- name, since its condition is not PostgreSQL's to judge. `starts` is a list of {run_id, function_id, event, job_key, run_at}.
create or replace function inngest_local.accept_event(
  event_internal_id text, event_id text, event_name text, event_payload json, task text, starts json
) returns text language plpgsql as $$
declare
  earlier text;
  start record;
begin
  if event_id is not null then
    perform pg_advisory_xact_lock(hashtextextended(event_id, 1));
    select internal_id into earlier from inngest_local.events
    where id = event_id and received_at > now() - interval '24 hours' order by received_at limit 1;
    if found then return earlier; end if;
  end if;
  if exists (
    select from inngest_local.steps join inngest_local.runs on runs.id = steps.run_id
    where steps.status = 'waiting' and steps.wait_event = event_name and runs.status in ('queued', 'running')
  ) then return null; end if;
  insert into inngest_local.events (internal_id, id, name, payload)
  values (event_internal_id, coalesce(event_id, event_internal_id), event_name, event_payload) on conflict do nothing;
  if not found then return event_internal_id; end if;
  for start in select * from json_to_recordset(starts) as each (run_id text, function_id text, event json, job_key text, run_at timestamptz) loop
    insert into inngest_local.runs (id, function_id, event_internal_id, event)
    values (start.run_id, start.function_id, event_internal_id, start.event) on conflict do nothing;
    if found then
      perform inngest_local_worker.add_job(task, json_build_object('runId', start.run_id), run_at := start.run_at, job_key := start.job_key);
    end if;
  end loop;
  return event_internal_id;
end $$;
