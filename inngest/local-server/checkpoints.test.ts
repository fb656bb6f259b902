import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "@/lib/testing/until";
import { hashSigningKey } from "./signatures";
import { testKeys } from "./testing/app";
import { type Harness, type RunView, readApi, startHarness } from "./testing/harness";

describe("checkpoints", { timeout: 20_000 }, () => {
  let harness: Harness;
  const seen: string[] = [];
  let mayGoOn = false;
  let storedBeforeNext: string[] = [];

  beforeAll(async () => {
    harness = await startHarness((client) => [
      client.createFunction({ id: "chain", triggers: { event: "test/chain" } }, async ({ step }) => {
        for (const name of ["one", "two", "three"]) await step.run(name, () => name);
        const stored = await step.run("look", () => namesOfStored());
        storedBeforeNext = stored;
        await step.sleep("nap", "50ms");
        return step.run("last", () => "done");
      }),
      client.createFunction({ id: "halted", triggers: { event: "test/halted" } }, async ({ step }) => {
        await step.run("first", async () => {
          seen.push("first");
          while (!mayGoOn) await delay(5);
        });
        await step.run("second", () => void seen.push("second"));
      }),
      client.createFunction({ id: "unchecked", checkpointing: false, triggers: { event: "test/unchecked" } }, async ({ step }) => {
        for (const name of ["one", "two", "three"]) await step.run(name, () => name);
      }),
    ]);
  });
  afterAll(() => harness.stop());

  const namesOfStored = async () => {
    const client = new Client({ connectionString: harness.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>("select name from inngest_local.steps where status = 'completed' order by completed_seq");
    await client.end();
    return rows.map(({ name }) => name);
  };
  const calls = async () => ((await (await fetch(`${harness.server.url}/health`)).json()) as { calls: number }).calls;
  const send = (runId: string, body: unknown, key = hashSigningKey(testKeys.signingKey)) =>
    fetch(`${harness.server.url}/v1/checkpoint/${runId}/async`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });

  it("do a chain of steps in one call up to what has to wait, and store each step before the next begins", async () => {
    const before = await calls();
    const [run] = await harness.runsOf(await harness.send("test/chain"));
    expect(run).toMatchObject({ status: "Completed", output: "done" });
    expect((await calls()) - before).toBe(2);
    expect(storedBeforeNext).toEqual(["one", "two", "three"]);
  });

  it("are not made where the function does not want them", async () => {
    const before = await calls();
    await harness.runsOf(await harness.send("test/unchecked"));
    expect((await calls()) - before).toBe(4);
  });

  it("of a run that was canceled stop its call before the next step", async () => {
    const id = await harness.send("test/halted");
    await until(() => seen.includes("first"));
    const [run] = await readApi<RunView[]>(harness.server.url, `/v1/events/${id}/runs`);
    await fetch(`${harness.server.url}/v1/runs/${run?.run_id}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${hashSigningKey(testKeys.signingKey)}` },
    });
    mayGoOn = true;
    // A later run has got through, and so the canceled one's answer as well.
    await harness.runsOf(await harness.send("test/chain"));
    expect(seen).toEqual(["first"]);
    expect((await harness.runsOf(id))[0]).toMatchObject({ status: "Cancelled" });
  });

  it("are refused from a call that is not in flight, without the key, and with anything but results", async () => {
    const steps = [{ id: "0".repeat(40), op: "StepRun", data: 1 }];
    expect((await send("01AAAAAAAAAAAAAAAAAAAAAAAA", { qi_id: "old", steps })).status).toBe(409);
    expect((await send("01AAAAAAAAAAAAAAAAAAAAAAAA", { qi_id: "old", steps }, "wrong")).status).toBe(401);
    expect((await send("01AAAAAAAAAAAAAAAAAAAAAAAA", { qi_id: "old", steps: [{ id: "a", op: "Sleep", name: "1s" }] })).status).toBe(400);
    expect((await send("01AAAAAAAAAAAAAAAAAAAAAAAA", { steps })).status).toBe(400);
  });
});
