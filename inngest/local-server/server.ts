import { setMaxListeners } from "node:events";
import pino from "pino";
import { AppSync } from "./app-sync";
import { AppCaller } from "./call-app";
import { checkpointRoutes } from "./checkpoint-routes";
import { ConcurrencyGate } from "./concurrency-gate";
import type { LocalServerOptions } from "./config";
import { openPool, prepareDatabase, takeExclusiveLock } from "./database";
import type { Engine } from "./engine";
import { eventRoutes } from "./event-routes";
import { fetchFrom } from "./fetch-from";
import { FunctionRegistry } from "./function-registry";
import { listen, type Route, respondWith } from "./http-server";
import { startJobRunner } from "./job-runner";
import { enqueueOrphanedRuns } from "./queue";
import { largestStateBytes } from "./run-limits";
import { runRoutes } from "./run-routes";
import { RunSupervisor } from "./run-supervisor";
import { signingKeyPattern } from "./signatures";
import { syncRoutes } from "./sync-routes";
import { workerRoutes } from "./worker-routes";

/** A local server that is up. */
export type LocalServer = {
  /** Where it listens, as in http://127.0.0.1:8288: the app's INNGEST_BASE_URL. */
  url: string;
  /** Answers requests to `url` without a connection, for an app in this process. */
  fetch: typeof fetch;
  /** Takes nothing new, waits for calls in flight (10 s unless told), and lets go of the database. */
  stop: () => Promise<void>;
};

/** Starts Inngest for one machine; resolves once it takes events. Waits while another one holds the database. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  if (!signingKeyPattern.test(options.signingKey)) throw new Error("The signing key must be an even number of hex digits.");
  const logger = pino({ name: "inngest-local", level: options.logLevel ?? "info" });
  const undo: (() => Promise<unknown> | unknown)[] = [];
  let stopped: Promise<void> | undefined;
  const stopping = new AbortController();
  // Each run that is being worked on listens.
  setMaxListeners(0, stopping.signal);
  const stop = () => {
    stopping.abort();
    stopped ??= (async () => {
      for (const step of undo.reverse()) {
        await Promise.resolve(step()).catch((error: unknown) => logger.warn({ err: error }, "shutdown did not finish cleanly"));
      }
    })();
    return stopped;
  };
  try {
    const pool = openPool(options.databaseUrl, logger);
    undo.push(() => pool.end());
    const lock = await takeExclusiveLock(options.databaseUrl, logger, (reason) => options.onFatal?.(reason));
    undo.push(() => lock.release());
    await prepareDatabase(pool);
    const registry = new FunctionRegistry();
    await registry.load(pool);
    const caller = new AppCaller(options.signingKey);
    const engine: Engine = {
      pool,
      registry,
      gate: new ConcurrencyGate(),
      caller,
      logger,
      retryBaseMilliseconds: options.retryBaseMilliseconds ?? 1_000,
      largestStateBytes: options.largestStateBytes ?? largestStateBytes,
      stopping: stopping.signal,
      requestSync: () => {},
    };
    const supervisor = new RunSupervisor(engine);
    const routes: Route[] = [
      {
        method: "GET",
        path: "/health",
        handle: async () => {
          await pool.query("select 1");
          return { status: 200, body: { status: "ok", functions: registry.size, calls: caller.calls, workers: caller.workers.size } };
        },
      },
      ...eventRoutes(pool, registry, options.eventKey),
      ...syncRoutes(pool, registry, options.signingKey, logger),
      ...checkpointRoutes(supervisor, options.signingKey),
      ...workerRoutes(caller.workers, options.signingKey),
      ...runRoutes(pool, registry, options.signingKey),
    ];
    const respond = respondWith(routes, logger);
    const server = await listen(respond, options.port);
    const here = { url: server.url, fetch: fetchFrom(respond) };
    const appUrl = options.app ? `${server.url}/api/inngest` : options.appUrl;
    if (options.app) caller.app = await options.app(here);
    const appSync = appUrl ? new AppSync(caller, appUrl, logger, stopping.signal) : undefined;
    engine.requestSync = () => appSync?.request();
    const orphans = await enqueueOrphanedRuns(pool);
    const runner = await startJobRunner(engine, supervisor, options.retentionDays ?? 14);
    // Undone from the last to the first: calls end, then jobs, then requests of steps that ran till now.
    undo.push(() => server.close());
    undo.push(() => runner.stop());
    undo.push(async () => {
      await supervisor.drain(options.shutdownMilliseconds ?? 10_000);
      caller.close();
    });
    // An app in this process is there already: no event is to come before its functions are known.
    if (options.app) await appSync?.sync();
    void appSync?.run();
    logger.info({ url: server.url, functions: registry.size, resumed: orphans }, "ready");
    return { ...here, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
