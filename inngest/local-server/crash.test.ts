import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Inngest } from "inngest";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/lib/testing/free-port";
import { until } from "@/lib/testing/until";
import { createTestClient, TestApp, testKeys } from "./testing/app";
import { createTestDatabase } from "./testing/database";
import { endedRuns } from "./testing/harness";

describe("kill -9", () => {
  let url: string;
  let client: Inngest;
  let database: { url: string; drop: () => Promise<void> };
  let child: ChildProcess;
  let told: Promise<string>;
  const app = new TestApp();
  const counts: Record<string, number> = {};
  /** The slow step lasts until it was begun twice, or may end. */
  let mayEnd = false;
  const count = (step: string) => {
    counts[step] = (counts[step] ?? 0) + 1;
  };

  const start = async () => {
    child = spawn("node", ["--import", "tsx", fileURLToPath(new URL("./main.ts", import.meta.url))], {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        INNGEST_EVENT_KEY: testKeys.eventKey,
        INNGEST_SIGNING_KEY: testKeys.signingKey,
        INNGEST_LOCAL_PORT: new URL(url).port,
        INNGEST_LOCAL_APP_URL: app.url,
        INNGEST_LOCAL_LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    told = once(child, "message").then(([message]) => (message as { url: string }).url);
    await until(async () => {
      const health = await fetch(`${url}/health`)
        .then((response) => response.json())
        .catch(() => undefined);
      return (health as { functions?: number } | undefined)?.functions ? true : undefined;
    });
  };
  const kill = async (signal: NodeJS.Signals) => {
    const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return exited;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    url = `http://127.0.0.1:${await freePort()}`;
    await app.listen();
    client = createTestClient(url);
    app.serve(client, [
      client.createFunction({ id: "long", triggers: { event: "test/long" }, retries: 0 }, async ({ step }) => {
        await step.run("before", () => count("before"));
        await step.run("slow", async () => {
          count("slow");
          while ((counts.slow ?? 0) < 2 && !mayEnd) await delay(5);
        });
        await step.sleep("nap", "1s");
        await step.run("after", () => count("after"));
        return "done";
      }),
    ]);
    await start();
  });
  afterAll(async () => {
    if (child.exitCode === null) await kill("SIGKILL");
    await app.kill();
    await database.drop();
  });

  /** Listens where the app was, and breaks off whatever comes; `called` when the first request has. */
  const inPlaceOfApp = async () => {
    const server = http.createServer((request) => request.socket.destroy());
    const called = once(server, "request");
    await once(server.listen(Number(new URL(app.url).port), "127.0.0.1"), "listening");
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { called, close };
  };

  const hasNapped = async () => {
    const pg = new Client({ connectionString: database.url });
    await pg.connect();
    const { rowCount } = await pg.query("select from inngest_local.steps where name = 'nap' and status in ('sleeping', 'completed')");
    await pg.end();
    return rowCount === 1;
  };

  it("of the server in a step, then in a sleep, loses no run and repeats no finished step", async () => {
    const { ids } = await client.send({ name: "test/long" });
    await until(() => counts.slow === 1);
    await kill("SIGKILL");
    await start();
    await until(() => counts.slow === 2);
    await until(hasNapped);
    await kill("SIGKILL");
    await start();
    expect((await endedRuns(url, ids[0] ?? ""))[0]).toMatchObject({ status: "Completed", output: "done" });
    expect(counts).toEqual({ before: 1, slow: 2, after: 1 });
  });

  it("of the app in a step costs the run no attempt", async () => {
    for (const step of Object.keys(counts)) delete counts[step];
    const { ids } = await client.send({ name: "test/long" });
    await until(() => counts.slow === 1);
    await app.kill();
    // Not back before it was called in vain.
    const formerly = await inPlaceOfApp();
    await formerly.called;
    await formerly.close();
    await app.listen();
    expect((await endedRuns(url, ids[0] ?? ""))[0]).toMatchObject({ status: "Completed", output: "done" });
    expect(counts).toEqual({ before: 1, slow: 2, after: 1 });
  });

  it("of both, after which the app returns at another address, loses no run", async () => {
    for (const step of Object.keys(counts)) delete counts[step];
    const { ids } = await client.send({ name: "test/long" });
    await until(() => counts.slow === 1);
    await kill("SIGKILL");
    await app.kill();
    // The run goes on before the app is back, so that it can only be called where it was.
    const formerly = await inPlaceOfApp();
    app.moveTo(await freePort());
    await start();
    await formerly.called;
    await app.listen();
    expect((await endedRuns(url, ids[0] ?? ""))[0]).toMatchObject({ status: "Completed", output: "done" });
    await formerly.close();
    expect(counts.after).toBe(1);
  });

  it("is not needed: SIGTERM waits for the step in flight and keeps its result", async () => {
    for (const step of Object.keys(counts)) delete counts[step];
    const { ids } = await client.send({ name: "test/long" });
    await until(() => counts.slow === 1);
    const exited = kill("SIGTERM");
    mayEnd = true;
    expect(await exited).toBe(0);
    await start();
    expect((await endedRuns(url, ids[0] ?? ""))[0]).toMatchObject({ status: "Completed", output: "done" });
    expect(counts).toEqual({ before: 1, slow: 1, after: 1 });
    expect(await kill("SIGTERM")).toBe(0);
  });

  it("of who started the server ends it, after it has told where it listens", async () => {
    await start();
    expect(await told).toBe(url);
    const exited = once(child, "exit");
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });
});
