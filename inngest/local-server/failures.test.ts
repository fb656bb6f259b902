import { type FailureEventArgs, type GetStepTools, type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "@/lib/testing/until";
import { type Harness, startHarness } from "./testing/harness";

describe("failures", () => {
  /** In place of 32 MB. */
  const largestStateBytes = 10_000;
  let harness: Harness;
  const attempts: Record<string, number[]> = {};
  const failures: { message: string; original: unknown; runId: unknown }[] = [];
  const note = (name: string) => {
    attempts[name] = [...(attempts[name] ?? []), Date.now()];
    return attempts[name].length;
  };

  beforeAll(async () => {
    harness = await startHarness(
      (client) => [
        client.createFunction({ id: "flaky-step", triggers: { event: "test/flaky-step" }, retries: 3 }, async ({ step }) => {
          await step.run("steady", () => note("steady"));
          return step.run("flaky", () => {
            if (note("flaky") < 3) throw new Error("not yet");
            return "at last";
          });
        }),
        client.createFunction({ id: "flaky-parallel", triggers: { event: "test/flaky-parallel" }, retries: 2 }, async ({ step }) =>
          Promise.all([
            step.run("good", () => note("good")),
            step.run("bad", () => {
              if (note("bad") < 2) throw new Error("not yet");
              return "at last";
            }),
          ]),
        ),
        client.createFunction({ id: "flaky-body", triggers: { event: "test/flaky-body" }, retries: 2 }, async ({ attempt }) => {
          if (note("body") < 3) throw new Error("not yet");
          return attempt;
        }),
        client.createFunction({ id: "talkative", triggers: { event: "test/talkative" }, retries: 3 }, async ({ step }) =>
          step.run("all of it", () => {
            note("talkative");
            return "x".repeat(4 * 1024 * 1024);
          }),
        ),
        client.createFunction({ id: "talkative-at-the-end", triggers: { event: "test/talkative-at-the-end" } }, async () =>
          "x".repeat(4 * 1024 * 1024),
        ),
        client.createFunction({ id: "hoarding", triggers: { event: "test/hoarding" } }, async ({ step }) => {
          for (const name of ["one", "two", "three"]) {
            await step.run(name, () => {
              note("hoarding");
              return "x".repeat(largestStateBytes / 2);
            });
          }
        }),
        client.createFunction({ id: "restless", triggers: { event: "test/restless" } }, async ({ step }) => {
          await Promise.all(Array.from({ length: 1001 }, (_, index) => step.sleep(`nap-${index}`, "1h")));
        }),
        client.createFunction({ id: "undecided", triggers: { event: "test/undecided" } }, async () => {
          note("undecided");
          throw new Error("never");
        }),
        client.createFunction({ id: "exhausted", triggers: { event: "test/exhausted" }, retries: 1 }, async ({ step }) => {
          const caught = await step
            .run("caught", () => {
              note("caught");
              throw new TypeError("no use");
            })
            .catch((error: Error) => error.message);
          await step.run("uncaught", () => {
            note("uncaught");
            throw new Error(`after ${caught}`);
          });
        }),
        client.createFunction({ id: "retry-after", triggers: { event: "test/retry-after" }, retries: 1 }, async ({ step }) =>
          step.run("later", () => {
            if (note("later") === 1) throw new RetryAfterError("busy", 1_000);
            return "done";
          }),
        ),
        client.createFunction(
          {
            id: "hopeless",
            triggers: { event: "test/hopeless" },
            retries: 5,
            onFailure: async ({ error, event, step }: FailureEventArgs & { step: GetStepTools<Inngest> }) => {
              await step.run("tell", () => {
                failures.push({ message: error.message, original: event.data.event.data, runId: event.data.run_id });
              });
            },
          },
          async ({ step }) =>
            step.run("never", () => {
              note("never");
              throw new NonRetriableError("hopeless");
            }),
        ),
      ],
      { largestStateBytes },
    );
  });
  afterAll(() => harness?.stop());

  const outcome = async (name: string, data?: Record<string, unknown>) => (await harness.runsOf(await harness.send(name, data)))[0];

  it("tries a failing step again, and only that step", async () => {
    expect(await outcome("test/flaky-step")).toMatchObject({ status: "Completed", output: "at last" });
    expect(attempts.steady).toHaveLength(1);
    expect(attempts.flaky).toHaveLength(3);
  });

  it("tries one of several parallel steps again", async () => {
    expect(await outcome("test/flaky-parallel")).toMatchObject({ status: "Completed", output: [1, "at last"] });
    expect(attempts.good).toHaveLength(1);
  });

  it("tries a failing function body again, telling it the attempt", async () => {
    expect(await outcome("test/flaky-body")).toMatchObject({ status: "Completed", output: 2 });
  });

  it("gives up after the declared retries and lets the function catch the error", async () => {
    expect(await outcome("test/exhausted")).toMatchObject({ status: "Failed", output: { message: "after no use" } });
    expect(attempts.caught).toHaveLength(2);
    expect(attempts.uncaught).toHaveLength(2);
  });

  it("ends a run whose step returns more than Inngest keeps, at once", async () => {
    const output = { message: expect.stringMatching(/"all of it" returned 4194306 bytes/) };
    expect(await outcome("test/talkative")).toMatchObject({ status: "Failed", output });
    expect(attempts.talkative).toHaveLength(1);
  });

  it("ends a run that returns more than Inngest keeps", async () => {
    const output = { message: expect.stringMatching(/The function returned 4194306 bytes/) };
    expect(await outcome("test/talkative-at-the-end")).toMatchObject({ status: "Failed", output });
  });

  it("ends a run that keeps more in all than Inngest does", async () => {
    const output = { name: "InngestErrStateOverflowed", message: `The function run exceeded the state size limit of ${largestStateBytes} bytes.` };
    expect(await outcome("test/hoarding")).toMatchObject({ status: "Failed", output });
    expect(attempts.hoarding).toHaveLength(2);
  });

  it("ends a run of more than a thousand steps", async () => {
    const output = { name: "InngestErrFunctionOverflowed", message: "The function run exceeded the step limit of 1000 steps." };
    expect(await outcome("test/restless")).toMatchObject({ status: "Failed", output });
  });

  it("tries five times where a function does not say how often", async () => {
    expect(await outcome("test/undecided")).toMatchObject({ status: "Failed" });
    expect(attempts.undecided).toHaveLength(5);
  });

  it("waits as long as Retry-After says", async () => {
    expect(await outcome("test/retry-after")).toMatchObject({ status: "Completed", output: "done" });
    const [first = 0, second = 0] = attempts.later ?? [];
    expect(second - first).toBeGreaterThan(900);
  });

  it("does not retry what is not retriable, and calls onFailure with the error and the event", async () => {
    const run = await outcome("test/hopeless", { key: "value" });
    expect(run).toMatchObject({ status: "Failed", output: { message: "hopeless" } });
    expect(attempts.never).toHaveLength(1);
    const failure = await until(() => failures[0]);
    expect(failure).toEqual({ message: "hopeless", original: { key: "value" }, runId: run?.run_id });
  });
});
