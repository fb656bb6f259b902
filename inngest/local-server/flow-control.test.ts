import { setTimeout as delay } from "node:timers/promises";
import { Inngest } from "inngest";
import { Client } from "pg";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/testing/free-port";
import { until } from "@/lib/testing/until";
import { TestApp, testKeys } from "./testing/app";
import { type Harness, type RunView, readApi, startHarness } from "./testing/harness";

describe("flow control", () => {
  /** Slots that several functions share. */
  const shared = { limit: 2, scope: "env" as const, key: '"shared"' };
  let harness: Harness;
  const running = new Map<string, number>();
  const most = new Map<string, number>();
  /** Opened by the test; work of the tenant "busy" waits for it. */
  const gate = Promise.withResolvers<void>();
  /** Per tenant: fulfilled once two work at the same time. */
  const together = new Map<string, PromiseWithResolvers<void>>();
  const togetherIn = (tenant: string) => together.get(tenant) ?? together.set(tenant, Promise.withResolvers<void>()).get(tenant);
  let cancelledStepRan = false;
  let ticks = 0;
  const ends: { name: string; data: Record<string, unknown> }[] = [];

  beforeAll(async () => {
    harness = await startHarness((client) => [
      client.createFunction({ id: "once", triggers: { event: "test/once" } }, async () => "done"),
      client.createFunction({ id: "in-slots", triggers: { event: "test/in-slots" }, concurrency: shared }, async ({ step }) =>
        step.run("work", () => "done"),
      ),
      client.createFunction({ id: "by-key", triggers: { event: "test/by-key" }, idempotency: "event.data.order" }, async () => "done"),
      client.createFunction(
        { id: "limited", triggers: { event: "test/limited" }, concurrency: [{ limit: 2, key: "event.data.tenant" }] },
        async ({ event, step }) => {
          const tenant = String(event.data.tenant);
          await step.run("work", async () => {
            running.set(tenant, (running.get(tenant) ?? 0) + 1);
            most.set(tenant, Math.max(most.get(tenant) ?? 0, running.get(tenant) ?? 0));
            if (running.get(tenant) === 2) togetherIn(tenant)?.resolve();
            await (tenant === "busy" ? gate.promise : togetherIn(tenant)?.promise);
            // Long enough for a third to begin, if one may.
            await delay(20);
            running.set(tenant, (running.get(tenant) ?? 0) - 1);
          });
        },
      ),
      client.createFunction(
        {
          id: "cancellable",
          triggers: { event: "test/cancellable" },
          cancelOn: [{ event: "test/cancel", if: "event.data.key == async.data.key", timeout: "1h" }],
        },
        async ({ event, step }) => {
          await step.sleep("nap", event.data.nap);
          await step.run("too-late", () => {
            cancelledStepRan = true;
          });
        },
      ),
      client.createFunction(
        { id: "listens", triggers: { event: "inngest/function.*", if: "event.data.function_id == 'app-cancellable'" } },
        async ({ event }) => void ends.push(event),
      ),
      client.createFunction({ id: "tick", triggers: { cron: "0 0 1 1 *" } }, async () => {
        ticks += 1;
      }),
    ]);
  });
  afterAll(() => harness?.stop());

  it("takes an event id once", async () => {
    const first = await harness.send("test/once", {}, "order-1");
    const [second, third] = await Promise.all([harness.send("test/once", {}, "order-1"), harness.send("test/once", {}, "order-1")]);
    expect([second, third]).toEqual([first, first]);
    expect(await harness.runsOf("order-1")).toHaveLength(1);
  });

  it("starts one run for an idempotency key", async () => {
    const first = await harness.send("test/by-key", { order: 7 });
    const second = await harness.send("test/by-key", { order: 7 });
    expect(await harness.runsOf(first)).toHaveLength(1);
    expect(await readApi<RunView[]>(harness.server.url, `/v1/events/${second}/runs`)).toEqual([]);
  });

  it("keeps each key within its limit, and keys apart", async () => {
    const events = [..."aaaaaabb"].map((tenant) => ({ name: "test/limited", data: { tenant } }));
    const { ids } = await harness.client.send(events);
    await Promise.all(ids.map((id) => harness.runsOf(id)));
    expect(most.get("a")).toBe(2);
    expect(most.get("b")).toBe(2);
  });

  it("does not let runs that queue for a slot keep others from working", async () => {
    const queued = Array.from({ length: 60 }, () => ({ name: "test/limited", data: { tenant: "busy" } }));
    const { ids } = await harness.client.send(queued);
    await harness.runsOf(await harness.send("test/once"));
    expect(running.get("busy")).toBe(2);
    gate.resolve();
    for (const id of ids) await harness.runsOf(id);
    expect(most.get("busy")).toBe(2);
  });

  it("does not let the runs of an app that is away keep others from working, and finds it where it returns", async () => {
    const other = new TestApp();
    await other.listen();
    const client = new Inngest({ id: "other", isDev: false, baseUrl: harness.server.url, ...testKeys, logger: pino({ level: "silent" }) });
    other.serve(client, [
      client.createFunction({ id: "away", triggers: { event: "test/away" } }, async () => "back"),
      client.createFunction({ id: "away-in-slots", triggers: { event: "test/away-in-slots" }, concurrency: shared }, async () => "back"),
    ]);
    await fetch(other.url, { method: "PUT", body: "{}" });
    await other.kill();
    // More than there are jobs, and more than there are slots.
    const events = [...Array(66).fill({ name: "test/away" }), ...Array(6).fill({ name: "test/away-in-slots" })];
    const { ids } = await harness.client.send(events);
    const pg = new Client({ connectionString: harness.databaseUrl });
    await pg.connect();
    const begun = "select from inngest_local.runs where function_id like 'other-%' and status = 'running'";
    await until(async () => (await pg.query(begun)).rowCount === events.length);
    await pg.end();
    expect((await harness.runsOf(await harness.send("test/in-slots")))[0]).toMatchObject({ status: "Completed", output: "done" });
    other.moveTo(await freePort());
    await other.listen();
    await fetch(other.url, { method: "PUT", body: "{}" });
    for (const id of ids) expect((await harness.runsOf(id))[0]).toMatchObject({ status: "Completed", output: "back" });
    await other.kill();
  });

  it("cancels a run by the event that fits, and no other", async () => {
    const cancelled = await harness.send("test/cancellable", { key: "one", nap: "1h" });
    const spared = await harness.send("test/cancellable", { key: "two", nap: "1s" });
    await harness.send("test/cancel", { key: "one" });
    expect((await harness.runsOf(cancelled))[0]).toMatchObject({ status: "Cancelled" });
    expect(cancelledStepRan).toBe(false);
    expect((await harness.runsOf(spared))[0]).toMatchObject({ status: "Completed" });
  });

  it("tells of a canceled run as of one that ended, with the data that Inngest sends", async () => {
    const id = await harness.send("test/cancellable", { key: "told", nap: "1h" });
    await harness.send("test/cancel", { key: "told" });
    const [run] = await harness.runsOf(id);
    const told = () => ends.filter(({ data }) => data.run_id === run?.run_id);
    await until(() => told().length === 2);
    const event = { id, name: "test/cancellable", data: { key: "told", nap: "1h" }, ts: expect.any(Number) };
    const error = { name: "Error", message: "function cancelled", error: "function cancelled" };
    const data = { function_id: "app-cancellable", run_id: run?.run_id, event, events: [event], error, _inngest: { status: "Cancelled" } };
    expect(Object.fromEntries(told().map(({ name, data }) => [name, data]))).toEqual({
      "inngest/function.finished": data,
      "inngest/function.cancelled": data,
    });
  });

  it("does not cancel a run by an event that comes together with its start, as Inngest does not", async () => {
    const { ids } = await harness.client.send([
      { name: "test/cancellable", data: { key: "both", nap: "10ms" } },
      { name: "test/cancel", data: { key: "both" } },
    ]);
    expect((await harness.runsOf(ids[0] ?? ""))[0]).toMatchObject({ status: "Completed" });
  });

  it("starts runs by cron, each time that is due", async () => {
    const pg = new Client({ connectionString: harness.databaseUrl });
    await pg.connect();
    const key = "key = 'cron:app-tick:0 0 1 1 *'";
    for (let times = 1; times <= 2; times++) {
      // At New Year, unless it is made to come sooner.
      await until(async () => (await pg.query(`select from inngest_local_worker.jobs where ${key} and run_at > now()`)).rowCount === 1);
      await pg.query(
        `select inngest_local_worker.reschedule_jobs((select array_agg(id) from inngest_local_worker.jobs where ${key}), run_at := now())`,
      );
      await until(() => ticks === times);
    }
    await pg.end();
  });
});
