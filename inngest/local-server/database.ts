import { readFile } from "node:fs/promises";
import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";
import type { Logger } from "pino";

/** Postgres schema that graphile-worker keeps its queue in. */
export const workerSchema = "inngest_local_worker";

/** Anything that runs a query: the pool, or the client of an open transaction. */
export type Queryable = Pick<pg.Pool, "query">;

// Any constant will do; it only has to differ from other advisory locks taken in this database.
const exclusiveLockKey = "7306086901282110";

/**
 * Opens a pool whose commits do not wait for the disk: a PostgreSQL that is killed forgets what was stored in its last moment, and never only some
 * of it. That mends itself. Who sends an event notes in the same database, later, that it was sent; so a forgotten event is not noted and is sent
 * again. A run is begun or called again, and a step whose result was forgotten is repeated, as one that was in flight.
 */
export function openPool(connectionString: string, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 16,
    application_name: "inngest-local",
    options: "-c synchronous_commit=off",
  });
  // Without a listener an idle connection that Postgres closes would end the process.
  const report = (error: Error) => logger.warn({ err: error }, "database connection lost");
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return pool;
}

/** Runs `work` in one transaction: all of it is stored, or none. */
export async function inTransaction<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Waits until this process is the only local server of this database and keeps it so until `release`.
 * `onLost` is called when Postgres drops the lock, after which this process must stop working.
 */
export async function takeExclusiveLock(
  connectionString: string,
  logger: Logger,
  onLost: (reason: Error) => void,
): Promise<{ release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString, application_name: "inngest-local lock", keepAlive: true });
  let released = false;
  client.on("error", (error) => {
    if (!released) onLost(error);
  });
  await client.connect();
  const take = async () =>
    (await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1::bigint) as taken", [exclusiveLockKey])).rows[0]?.taken === true;
  for (let tries = 0; !(await take()); tries += 1) {
    if (tries === 20) logger.warn("another local server is using this database; waiting for it to stop");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  client.on("end", () => {
    if (!released) onLost(new Error("the database connection that holds the lock was closed"));
  });
  return {
    release: async () => {
      released = true;
      await client.end();
    },
  };
}

/** Creates what is missing in the database and frees the jobs that a killed server left locked. */
export async function prepareDatabase(pool: pg.Pool): Promise<void> {
  await pool.query(await readFile("inngest/local-server/schema.sql", "utf8"));
  const utilities = await makeWorkerUtils({ pgPool: pool, schema: workerSchema });
  try {
    await utilities.migrate();
    // We hold the exclusive lock, so whoever locked these jobs is dead: killed in the middle of them. An app within the process died with it.
    await pool.query(
      `update inngest_local.runs set interruptions = interruptions + 1 where status = 'running' and id in (
         select payload ->> 'runId' from ${workerSchema}._private_jobs where locked_by is not null)`,
    );
    // graphile would wait four hours.
    const locked = await pool.query<{ worker: string }>(
      `select locked_by as worker from ${workerSchema}.jobs where locked_by is not null
       union select locked_by from ${workerSchema}._private_job_queues where locked_by is not null`,
    );
    await utilities.forceUnlockWorkers(locked.rows.map((row) => row.worker));
  } finally {
    await utilities.release();
  }
}
