import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestClient, testKeys } from "@/inngest/local-server/testing/app";
import { createTestDatabase } from "@/inngest/local-server/testing/database";
import { endedRuns } from "@/inngest/local-server/testing/harness";
import { freePort } from "@/lib/testing/free-port";
import { until } from "@/lib/testing/until";

/* An engine and its functions in one process: what kills one kills the other. */

let database: { url: string; drop: () => Promise<void> };
let folder: string;
let child: ChildProcess;
let isOver = false;
let deaths = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "boards-worker-"));
});
afterAll(async () => {
  isOver = true;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await Promise.all([database.drop(), rm(folder, { recursive: true, force: true })]);
});

/** Starts the worker, again each time it dies; answers where the first one listens. */
async function keepAlive(port: string): Promise<string> {
  child = spawn("node", ["--import", "tsx", fileURLToPath(new URL("./testing/deadly-worker.ts", import.meta.url))], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      INNGEST_EVENT_KEY: testKeys.eventKey,
      INNGEST_SIGNING_KEY: testKeys.signingKey,
      INNGEST_LOCAL_PORT: port,
      DEADLY_LOG: join(folder, "log"),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.once("exit", () => {
    if (isOver) return;
    deaths++;
    void keepAlive(port);
  });
  const [message] = await once(child, "message");
  return (message as { url: string }).url;
}

it("gives up a step that kills the worker each time, and repeats none that is done", { timeout: 240_000 }, async () => {
  const url = await keepAlive(String(await freePort()));
  const { ids } = await createTestClient(url).send({ name: "test/deadly" });
  await expect.poll(() => deaths, { timeout: 200_000 }).toBe(4);
  await until(() => fetch(`${url}/health`).catch(() => false));
  const [run] = await endedRuns(url, ids[0] ?? "");
  expect(run).toMatchObject({ status: "Failed", output: { name: "AppInterruptedError" } });
  expect((await readFile(join(folder, "log"), "utf8")).trim().split("\n")).toEqual(["harmless", "deadly", "deadly", "deadly", "deadly"]);
});
