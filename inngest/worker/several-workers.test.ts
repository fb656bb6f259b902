import { setTimeout as delay } from "node:timers/promises";
import { Inngest, type InngestFunction } from "inngest";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSigningKey } from "@/inngest/local-server/signatures";
import { testKeys } from "@/inngest/local-server/testing/app";
import { type Harness, startHarness } from "@/inngest/local-server/testing/harness";
import { until } from "@/lib/testing/until";
import { joinEngine } from "./join-engine";
import { serveHere } from "./serve-here";
import { type FunctionServer, serveOverHttp } from "./serve-over-http";

/* One engine, several workers that serve its functions: the first is the app that was synced, the others announce themselves. */

let harness: Harness;
/** Who did which step of which run. */
let done: { by: string; step: string; run: string }[] = [];
/** What the engine has answered to the further workers. */
let answered: number[] = [];
/** Steps named `hold` wait for their worker to be named here. */
const released = new Set<string>();

const functionsOf =
  (by: string) =>
  (client: Inngest): InngestFunction.Any[] => [
    client.createFunction({ id: "share", triggers: { event: "test/share" } }, async ({ step, runId }) => {
      const tell = (name: string) => step.run(name, () => void done.push({ by, step: name, run: runId }));
      await tell("one");
      await step.run("pause", () => delay(50));
      await tell("two");
    }),
    client.createFunction({ id: "hold", triggers: { event: "test/hold" }, retries: 0 }, async ({ step, runId }) => {
      await step.run("before", () => void done.push({ by, step: "before", run: runId }));
      await step.run("hold", async () => {
        done.push({ by, step: "hold", run: runId });
        await until(() => released.has(by));
        return by;
      });
      await step.run("after", () => void done.push({ by, step: "after", run: runId }));
    }),
  ];

/** Starts another worker and waits until the engine knows it. */
async function startWorker(by: string) {
  const before = await workers();
  const client = new Inngest({
    id: "app",
    isDev: false,
    baseUrl: harness.server.url,
    ...testKeys,
    logger: pino({ level: "silent" }),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      answered.push(response.status);
      return response;
    },
  });
  const server = await serveOverHttp("127.0.0.1", 0, async () => serveHere(client, functionsOf(by)(client), "http://worker"));
  const leave = joinEngine({ engineUrl: harness.server.url, url: addressOf(server), signingKey: testKeys.signingKey });
  await expect.poll(workers).toBe(before + 1);
  return { server, leave };
}

const addressOf = ({ port }: FunctionServer) => `http://127.0.0.1:${port}/api/inngest`;
const workers = async () => ((await (await fetch(`${harness.server.url}/health`)).json()) as { workers: number }).workers;

beforeAll(async () => {
  harness = await startHarness(functionsOf("first"));
});
afterAll(() => harness.stop());

describe("several workers", () => {
  it("share the runs, and no step is done twice", async () => {
    const second = await startWorker("second");
    done = [];
    const ids = await Promise.all(Array.from({ length: 12 }, () => harness.send("test/share")));
    const runs = (await Promise.all(ids.map((id) => harness.runsOf(id)))).flat();
    expect(runs.map(({ status }) => status)).toEqual(Array(12).fill("Completed"));
    expect(new Set(done.map(({ by }) => by))).toEqual(new Set(["first", "second"]));
    expect(new Set(done.map(({ step, run }) => `${step} ${run}`)).size).toBe(24);
    expect(done).toHaveLength(24);
    await second.leave();
    expect(await workers()).toBe(0);
    await second.server.close(1000);
  });

  it("one that is cut off in a step is replaced by another, and nothing is taken from it afterwards", async () => {
    const second = await startWorker("second");
    done = [];
    // The first has a call in flight, so that the next one goes to the other.
    const occupying = await harness.send("test/hold");
    await until(() => done.some(({ by, step }) => by === "first" && step === "hold"));
    const cutOff = await harness.send("test/hold");
    await until(() => done.some(({ by, step }) => by === "second" && step === "hold"));
    const run = done.find(({ by }) => by === "second")?.run ?? "";
    // Its connections break, while it goes on with the step.
    await second.leave();
    await second.server.close(0);
    await until(() => done.some(({ by, step, run: of }) => by === "first" && step === "hold" && of === run));
    answered = [];
    released.add("second");
    // Its result is refused, and it begins no further step; the other's is taken, and that one goes on.
    await until(() => answered.includes(409));
    released.add("first");
    const [ended] = await harness.runsOf(cutOff);
    expect(ended).toMatchObject({ status: "Completed", run_id: run });
    await harness.runsOf(occupying);
    const ofRun = done.filter((each) => each.run === run).map(({ by, step }) => `${step} by ${by}`);
    expect(ofRun).toEqual(["before by second", "hold by second", "hold by first", "after by first"]);
    expect(await storedResult(run, "hold")).toBe("first");
  });

  it("are taken from nobody who has not the signing key, and only with an address", async () => {
    const announce = (body: unknown, key: string) =>
      fetch(`${harness.server.url}/v1/workers`, { method: "POST", headers: { Authorization: `Bearer ${key}` }, body: JSON.stringify(body) });
    const key = hashSigningKey(testKeys.signingKey);
    expect((await announce({ url: "http://127.0.0.1:9/api/inngest" }, "wrong")).status).toBe(401);
    expect((await announce({ url: "file:///etc/passwd" }, key)).status).toBe(400);
    expect((await announce({}, key)).status).toBe(400);
    expect(await workers()).toBe(0);
  });
});

async function storedResult(run: string, name: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: harness.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ data: { data?: unknown } }>("select data from inngest_local.steps where run_id = $1 and name = $2", [
    run,
    name,
  ]);
  await client.end();
  return rows[0]?.data?.data ?? rows[0]?.data;
}
