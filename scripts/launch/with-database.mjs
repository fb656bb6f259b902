import { join } from "node:path";
import pg from "pg";
import { home } from "./paths.mjs";
import { startPostgres } from "./postgres.mjs";
import { Problem } from "./problem.mjs";
import { readSettings } from "./settings.mjs";

/**
 * Does `work` with the settings of `npm start` in the environment and the direct address of its database, which is started for the time when it
 * does not run. Ends the process: pools that were opened would keep it.
 * @param {(databaseUrl: string) => Promise<void>} work
 */
export async function withDatabase(work) {
  Object.assign(process.env, readSettings());
  const given = process.env.BOARDS_DATABASE_URL ?? process.env.DATABASE_URL;
  const own = given ? null : await startPostgres(join(home, "postgres"));
  process.env.DATABASE_URL = given ?? own.url;
  try {
    const direct = process.env.DATABASE_DIRECT_URL;
    if (given || direct) await refuseUnreachable(direct ? "DATABASE_DIRECT_URL" : "DATABASE_URL", direct ?? given);
    await work(direct ?? process.env.DATABASE_URL);
  } finally {
    // Beside a running `npm start` it is that one's database.
    if (!own?.wasRunning) await own?.stop();
  }
  process.exit(0);
}

/** The address of a database is the user's own setting, which may be mistyped. */
async function refuseUnreachable(variable, connectionString) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Problem(`Can't connect to the database (${error.message || error.code}). Check ${variable}, and that the database is running.`);
  }
  await client.end();
}
