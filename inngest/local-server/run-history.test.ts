import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "@/lib/testing/until";
import { describeRun, describeRuns } from "./describe-runs";
import { hasRuns, listRuns, readRun, runStates } from "./run-history";
import { createTestDatabase } from "./testing/database";
import { type Harness, startHarness } from "./testing/harness";

describe("the history of runs", () => {
  let harness: Harness;
  let client: pg.Client;
  let tries = 0;

  beforeAll(async () => {
    harness = await startHarness((inngest) => [
      inngest.createFunction({ id: "flaky", triggers: { event: "test/flaky" }, retries: 2 }, async ({ step }) => {
        await step.run("steady", () => "well");
        return step.run("shaky", () => {
          tries++;
          if (tries < 2) throw new Error("not yet");
          return "at last";
        });
      }),
      inngest.createFunction({ id: "hopeless", triggers: { event: "test/hopeless" }, retries: 0 }, async ({ step }) =>
        step.run("break", () => {
          throw new Error("it broke\nin two lines", { cause: new TypeError("the true reason") });
        }),
      ),
      inngest.createFunction({ id: "waiting", triggers: { event: "test/waiting" } }, async ({ step }) =>
        step.waitForEvent("answer", { event: "test/answer", timeout: "1h" }),
      ),
    ]);
    client = new pg.Client({ connectionString: harness.databaseUrl });
    await client.connect();
    for (const name of ["flaky", "hopeless"]) await harness.runsOf(await harness.send(`test/${name}`, { generationId: `of-${name}` }));
    await harness.send("test/waiting");
    await until(async () => {
      const [run] = await listRuns(client, { states: ["running"], limit: 1 });
      return run?.steps.all === 1 || undefined;
    });
  });

  afterAll(async () => {
    await client.end();
    await harness.stop();
  });

  const list = (filter: Partial<Parameters<typeof listRuns>[1]> = {}) => listRuns(client, { states: runStates, limit: 50, ...filter });
  const runOf = async (functionName: string) => {
    const [summary] = (await list()).filter(({ functionId }) => functionId.endsWith(functionName));
    const run = await readRun(client, summary?.id ?? "");
    if (!run) throw new Error(`no run of ${functionName}`);
    return run;
  };

  it("lists the newest first, by state, by what they are about, and no more than asked for", async () => {
    const names = (runs: { functionId: string }[]) => runs.map(({ functionId }) => functionId.replace(/^.*-/, ""));
    expect(names(await list())).toEqual(["waiting", "hopeless", "flaky"]);
    expect(names(await list({ limit: 1 }))).toEqual(["waiting"]);
    expect(names(await list({ states: ["failed"] }))).toEqual(["hopeless"]);
    expect(names(await list({ about: "of-flaky" }))).toEqual(["flaky"]);
    expect(await list({ about: "of-" })).toEqual([]);
    expect(await readRun(client, "nothing")).toBeNull();
  });

  it("shows attempts, times and the error of the attempt before", async () => {
    const run = await runOf("flaky");
    expect(run).toMatchObject({ status: "completed", maximumAttempts: 3, output: "at last", steps: { ended: 2, all: 2 } });
    expect(run.history).toMatchObject([
      { name: "steady", status: "completed", attempt: 0, error: null },
      { name: "shaky", status: "completed", attempt: 1, error: { message: "not yet" } },
    ]);
    for (const { createdAt, endedAt } of run.history) expect(endedAt?.getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
    expect(describeRun(run)).toMatch(
      /^Attempt +1 of 3$[\s\S]*^STEP +KIND +STATE +ATTEMPT[\s\S]*^shaky +\S+ +completed +2 [\s\S]*Error of shaky\n {2}Error: not yet/m,
    );
  });

  it("shows errors in full for one run, and in one line in a list", async () => {
    const run = await runOf("hopeless");
    expect(describeRun(run)).toMatch(/Error: it broke\n {2}in two lines\n {6}at /);
    const [, line] = describeRuns(await list({ states: ["failed"] })).split("\n");
    expect(line).toMatch(/hopeless +failed +1 .* it broke in two lines$/);
  });

  it("says what a step waits for", async () => {
    const run = await runOf("waiting");
    expect(run.history).toMatchObject([{ name: "answer", status: "waiting", endedAt: null }]);
    expect(describeRun(run)).toMatch(/^answer .* waits for test\/answer until /m);
  });

  it("knows a database without runs", async () => {
    expect(await hasRuns(client)).toBe(true);
    const database = await createTestDatabase();
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    expect(await hasRuns(other)).toBe(false);
    await other.end();
    await database.drop();
  });
});
