import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "@/lib/testing/until";
import { type Harness, startHarness } from "./testing/harness";

describe("steps", () => {
  let harness: Harness;
  const seen: string[] = [];
  const invoked: Record<string, unknown>[] = [];

  beforeAll(async () => {
    harness = await startHarness((client) => {
      const double = client.createFunction({ id: "double" }, async ({ event, step }) => {
        const { value, _inngest } = event.data as { value: number; _inngest: Record<string, unknown> };
        invoked.push(_inngest);
        return step.run("double", () => value * 2);
      });
      const failing = client.createFunction({ id: "failing", retries: 0 }, async () => {
        throw new Error("child broke");
      });
      return [
        double,
        failing,
        client.createFunction({ id: "sequence", triggers: { event: "test/sequence" } }, async ({ step }) => {
          const first = await step.run("first", () => {
            seen.push("first");
            return { text: "one\u0000two" };
          });
          await step.run("second", () => void seen.push("second"));
          return first.text;
        }),
        client.createFunction({ id: "parallel", triggers: { event: "test/parallel" } }, async ({ step }) => {
          const chain = async (name: string) => {
            const one = await step.run(`${name}-one`, async () => {
              seen.push(`${name}-one`);
              // Ends only when all three have begun.
              while (seen.filter((each) => each.endsWith("-one")).length < 3) await delay(5);
              return 1;
            });
            return (
              one +
              (await step.run(`${name}-two`, () => {
                seen.push(`${name}-two`);
                return 1;
              }))
            );
          };
          return { sums: await Promise.all([chain("a"), chain("b"), chain("c")]) };
        }),
        client.createFunction({ id: "sleep", triggers: { event: "test/sleep" } }, async ({ step }) => {
          const before = await step.run("before", () => Date.now());
          await step.sleep("nap", "300ms");
          const after = await step.run("after", () => Date.now());
          return { before, after };
        }),
        client.createFunction({ id: "long-sleep", triggers: { event: "test/long-sleep" } }, async ({ step }) => {
          await step.sleep("long nap", "1h");
        }),
        client.createFunction({ id: "wait-if", triggers: { event: "test/wait-if" } }, async ({ step }) => {
          const answer = await step.waitForEvent("answer", {
            event: "test/answer",
            timeout: "1h",
            if: "async.data.value > 3 && event.data.key == async.data.key",
          });
          return answer?.data;
        }),
        client.createFunction({ id: "wait-match", triggers: { event: "test/wait-match" } }, async ({ step }) => {
          const answer = await step.waitForEvent("answer", { event: "test/answer", timeout: "1h", match: "data.key" });
          return answer?.data;
        }),
        client.createFunction({ id: "wait-timeout", triggers: { event: "test/wait-timeout" } }, async ({ step }) =>
          step.waitForEvent("answer", { event: "test/never", timeout: "1s" }),
        ),
        client.createFunction({ id: "invoke", triggers: { event: "test/invoke" } }, async ({ step }) => {
          const doubled = await step.invoke("call", { function: double, data: { value: 21 } });
          const broken = await step.invoke("call-failing", { function: failing }).catch((error: Error) => error.message);
          return { doubled, broken };
        }),
        client.createFunction({ id: "send", triggers: { event: "test/send" } }, async ({ step }) => {
          const { ids } = await step.sendEvent("tell", { name: "test/sequence", data: {} });
          return ids[0];
        }),
        client.createFunction({ id: "large", triggers: { event: "test/large" } }, async ({ step }) => {
          const lengths: number[] = [];
          for (const name of ["a", "b", "c"]) lengths.push((await step.run(name, () => "x".repeat(2_000_000))).length);
          return lengths;
        }),
        client.createFunction({ id: "unsupported", triggers: { event: "test/unsupported" } }, async ({ step }) =>
          step.waitForSignal("signal", { signal: "go", timeout: "1s" }),
        ),
      ];
    });
  });
  afterAll(() => harness?.stop());

  const outcome = async (name: string, data?: Record<string, unknown>) => (await harness.runsOf(await harness.send(name, data)))[0];

  it("runs each step once and keeps its result, byte by byte", async () => {
    seen.length = 0;
    expect(await outcome("test/sequence")).toMatchObject({ status: "Completed", output: "one\u0000two" });
    expect(seen).toEqual(["first", "second"]);
  });

  it("runs parallel chains side by side, each step once", async () => {
    seen.length = 0;
    expect(await outcome("test/parallel")).toMatchObject({ status: "Completed", output: { sums: [2, 2, 2] } });
    expect([...seen].sort()).toEqual(["a-one", "a-two", "b-one", "b-two", "c-one", "c-two"]);
  });

  it("wakes from a sleep, and not before its moment", async () => {
    const run = await outcome("test/sleep");
    expect(run?.status).toBe("Completed");
    const { before, after } = (run?.output ?? {}) as { before: number; after: number };
    expect(after).toBeGreaterThanOrEqual(before + 300);
  });

  it("is to wake when it is told", async () => {
    const hour = 3_600_000;
    const before = Date.now();
    await harness.send("test/long-sleep");
    const dueAt = await until(() => wakesAt(harness));
    expect(dueAt).toBeGreaterThanOrEqual(before + hour);
    expect(dueAt).toBeLessThanOrEqual(Date.now() + hour);
  });

  it.each(["test/wait-if", "test/wait-match"])("answers a wait only with the event that fits (%s)", async (name) => {
    const id = await harness.send(name, { key: name });
    await until(() => waiting(harness));
    await harness.send("test/answer", { key: "other", value: 5 });
    if (name === "test/wait-if") await harness.send("test/answer", { key: name, value: 3 });
    await harness.send("test/answer", { key: name, value: 7 });
    expect((await harness.runsOf(id))[0]).toMatchObject({ status: "Completed", output: { key: name, value: 7 } });
  });

  it("answers a wait with null when its time is up", async () => {
    expect(await outcome("test/wait-timeout")).toMatchObject({ status: "Completed", output: null });
  });

  it("invokes a function, with its result or its error", async () => {
    expect(await outcome("test/invoke")).toMatchObject({ output: { doubled: 42, broken: "child broke" } });
  });

  it("tells an invoked function who invokes it, as Inngest does", async () => {
    const run = await outcome("test/invoke");
    const told = await until(() => invoked.find((data) => String(data.correlation_id).startsWith(String(run?.run_id))));
    expect(told).toEqual({ fn_id: "app-double", name: "call", correlation_id: expect.stringMatching(/\.[0-9a-f]{40}$/), expire: expect.any(Number) });
  });

  it("sends events from a step", async () => {
    const run = await outcome("test/send");
    expect((await harness.runsOf(run?.output as string))[0]).toMatchObject({
      function_id: "app-sequence",
      status: "Completed",
    });
  });

  it("lets the app fetch a state that is too large for a call", async () => {
    expect(await outcome("test/large")).toMatchObject({
      status: "Completed",
      output: [2_000_000, 2_000_000, 2_000_000],
    });
  });

  it("fails a run by name that uses a step it does not support", async () => {
    const run = await outcome("test/unsupported");
    expect(run).toMatchObject({ status: "Failed", output: { message: expect.stringContaining("WaitForSignal") } });
  });
});

async function rowsOf<Row extends object>(harness: Harness, query: string): Promise<Row[]> {
  const pg = await import("pg");
  const client = new pg.default.Client({ connectionString: harness.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(query);
  await client.end();
  return rows;
}

/** Whether a step waits for an answer. */
const waiting = async (harness: Harness) =>
  (await rowsOf(harness, "select from inngest_local.steps where status = 'waiting' and wait_event = 'test/answer'")).length > 0;

/** When the long nap ends, once it has begun. */
const wakesAt = async (harness: Harness) =>
  (
    await rowsOf<{ due_at: Date }>(harness, "select due_at from inngest_local.steps where status = 'sleeping' and name = 'long nap'")
  )[0]?.due_at.getTime();
