import { join } from "node:path";
import { Client } from "pg";
import { jwtSettings } from "../../../lib/testing/bearer";
import { scratchSettings, startPostgres } from "../../../scripts/launch/postgres.mjs";
import { onCleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { runFolder } from "../../fixtures/run-folder";
import { compareMachine } from "../compare-machine";
import { isMet } from "../figures";
import { becomeOwner } from "../owner";
import { type GrowthQuery, growthQueries } from "./growth-queries";
import { planSettings, type Ran, readPlans } from "./read-plans";
import { seedGrowth } from "./seed-growth";

/** Ten times the rows that a query answers may be read for it, and this many besides. */
const freeRows = 1000;

/**
 * What PostgreSQL has to do on an installation with 1.2 million generations, for what people look at; fails where many more rows are read than
 * answered. `BENCH_PLANS=1` prints the plans of what misses its goal.
 */
export async function measureGrowth(): Promise<void> {
  let log = "";
  const postgres = await startPostgres(join(runFolder(), "growth-postgres"), {
    settings: [...scratchSettings, "shared_buffers=1GB", ...planSettings],
    onLog: (text) => {
      log += text;
    },
  });
  onCleanUp(postgres.stop);
  const settings = { ...jwtSettings, BOARDS_MULTI_TENANT_MODE: "", BOARDS_LOG_LEVEL: "error", DATABASE_URL: postgres.url };
  const installation = await startInstallation("growth", settings);
  const headers = { ...(await becomeOwner(installation)), "content-type": "application/json" };
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const start = performance.now();
  const seeded = await seedGrowth(client);
  console.log(`1.2 million generations on 2,009 boards, seeded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await client.query("ALTER SYSTEM SET auto_explain.log_min_duration = 0");
  await client.query("SELECT pg_reload_conf()");
  await client.end();

  const slowness = await compareMachine(installation.url);
  const ask = async ({ query, variables }: GrowthQuery) => {
    const response = await fetch(`${installation.url}/api/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 1000));
  };
  const missed: string[] = [];
  for (const query of growthQueries(seeded)) {
    // Read from the disk, and planned, once.
    await ask(query);
    await pause(300);
    log = "";
    await ask(query);
    await pause(300);
    missed.push(...judge(query, readPlans(log), slowness));
  }
  if (missed.length > 0) throw new Error(`too many rows are read:\n${missed.join("\n")}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function judge({ name, goalMs, otherRows = 0 }: GrowthQuery, statements: Ran[], slowness: number): string[] {
  const sum = (of: (each: Ran) => number) => statements.reduce((total, each) => total + of(each), 0);
  const [milliseconds, read, answered] = [sum((each) => each.milliseconds), sum((each) => each.rowsRead), sum((each) => each.rowsAnswered)];
  const isGreedy = !statements.some((each) => each.isAggregate) && read > 10 * answered + freeRows + otherRows;
  const isMissed = !isMet(milliseconds, { most: goalMs, slowness }) || isGreedy;
  const shown = `${milliseconds.toFixed(1).padStart(8)} ms, ${(milliseconds / slowness).toFixed(1).padStart(6)} there  goal ${String(goalMs).padStart(4)}`;
  console.log(
    `${name.padEnd(46)} ${shown}  ${statements.length} statements, ${read.toFixed()} rows read for ${answered.toFixed()}  ${isMissed ? "missed" : "met"}`,
  );
  if (isMissed && process.env.BENCH_PLANS) for (const each of statements) console.log(`${each.sql}\n${JSON.stringify(each.plan, null, 1)}`);
  return isGreedy ? [`${name}: ${read.toFixed()} rows read for ${answered.toFixed()}`] : [];
}
