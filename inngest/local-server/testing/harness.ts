import type { Inngest, InngestFunction } from "inngest";
import { until } from "@/lib/testing/until";
import type { LocalServerOptions } from "../config";
import { type LocalServer, startLocalServer } from "../server";
import { hashSigningKey } from "../signatures";
import { createTestClient, TestApp, testKeys } from "./app";
import { createTestDatabase } from "./database";

/** A run as the REST API tells it. */
export type RunView = { run_id: string; function_id: string; status: string; output: unknown; ended_at: string | null };

/** The real SDK, the real server and a database of its own. */
export type Harness = {
  client: Inngest;
  app: TestApp;
  server: LocalServer;
  databaseUrl: string;
  /** Sends an event and answers its id. */
  send: (name: string, data?: Record<string, unknown>, id?: string) => Promise<string>;
  /** Waits until every run of the event has ended, at least one; answers them. */
  runsOf: (eventId: string) => Promise<RunView[]>;
  stop: () => Promise<void>;
};

/** Asks the REST API with the signing key. */
export async function readApi<Data>(baseUrl: string, path: string, { signingKey } = testKeys): Promise<Data> {
  const headers = { Authorization: `Bearer ${hashSigningKey(signingKey)}` };
  const response = await fetch(new URL(path, baseUrl), { headers });
  return ((await response.json()) as { data: Data }).data;
}

/** Waits until every run of the event has ended, at least one. */
export function endedRuns(baseUrl: string, eventId: string, keys = testKeys): Promise<RunView[]> {
  return until(async () => {
    const runs = await readApi<RunView[]>(baseUrl, `/v1/events/${eventId}/runs`, keys);
    return runs.length > 0 && runs.every((run) => run.ended_at) && runs;
  });
}

/** Starts a server and an app with these functions, and waits for their sync. */
export async function startHarness(define: (client: Inngest) => InngestFunction.Any[], options: Partial<LocalServerOptions> = {}): Promise<Harness> {
  const database = await createTestDatabase();
  const app = new TestApp();
  await app.listen();
  const server = await startLocalServer({
    databaseUrl: database.url,
    ...testKeys,
    port: 0,
    appUrl: app.url,
    retryBaseMilliseconds: 30,
    shutdownMilliseconds: 1_000,
    logLevel: "silent",
    ...options,
  });
  const client = createTestClient(server.url);
  app.serve(client, define(client));
  await until(async () => {
    const health = (await (await fetch(`${server.url}/health`)).json()) as { functions: number };
    return health.functions > 0;
  });
  return {
    client,
    app,
    server,
    databaseUrl: database.url,
    send: async (name, data = {}, id) => (await client.send({ name, data, id })).ids[0] ?? "",
    runsOf: (eventId) => endedRuns(server.url, eventId),
    stop: async () => {
      await server.stop();
      await app.kill();
      await database.drop();
    },
  };
}
