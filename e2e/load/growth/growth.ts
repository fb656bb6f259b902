import { join } from "node:path";
import { Client } from "pg";
import { jwtSettings, tokenOf } from "../../../lib/testing/bearer";
import { scratchSettings, startPostgres } from "../../../scripts/launch/postgres.mjs";
import { onCleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { runFolder } from "../../fixtures/run-folder";
import { type GrowthQuery, growthQueries } from "./growth-queries";
import { planSettings, type Ran, readPlans } from "./read-plans";
import { seedGrowth } from "./seed-growth";

/** A statement may read ten times the rows that it answers, and this many besides. */
const freeRows = 1000;

/**
 * What PostgreSQL has to do on an installation with 1.2 million generations, for what people look at; fails where a statement reads many more
 * rows than it answers. `BENCH_PLANS=1` prints the plans of what fails.
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
  const headers = { authorization: `Bearer ${await tokenOf("bench")}`, "content-type": "application/json" };
  const owner = await fetch(`${installation.url}/api/setup/owner`, {
    method: "POST",
    headers,
    body: JSON.stringify({ setup_token: installation.setupToken() }),
  });
  if (!owner.ok) throw new Error(`no owner: ${await owner.text()}`);

  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const start = performance.now();
  const seeded = await seedGrowth(client);
  console.log(`1.2 million generations on 2,009 boards, seeded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await client.query("ALTER SYSTEM SET auto_explain.log_min_duration = 0");
  await client.query("SELECT pg_reload_conf()");
  await client.end();

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
    missed.push(...judge(query, readPlans(log)));
  }
  if (missed.length > 0) throw new Error(`${missed.length} missed:\n${missed.join("\n")}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function judge({ name, goalMs }: GrowthQuery, statements: Ran[]): string[] {
  const milliseconds = statements.reduce((sum, each) => sum + each.milliseconds, 0);
  const greedy = statements.filter((each) => !each.isAggregate && each.rowsRead > 10 * each.rowsAnswered + freeRows);
  const rows = statements.reduce((sum, each) => sum + each.rowsRead, 0);
  const isMet = milliseconds <= goalMs && greedy.length === 0;
  console.log(
    `${name.padEnd(46)} ${milliseconds.toFixed(1).padStart(8)} ms  goal ${String(goalMs).padStart(4)}  ${String(statements.length).padStart(2)} statements, ${rows} rows read  ${isMet ? "met" : "missed"}`,
  );
  if (isMet) return [];
  if (process.env.BENCH_PLANS)
    for (const each of statements.filter((one) => one.milliseconds > goalMs / 3 || greedy.includes(one)))
      console.log(
        `${each.milliseconds} ms, ${each.rowsRead} rows read, ${each.rowsAnswered} answered\n${each.sql}\n${JSON.stringify(each.plan, null, 1)}`,
      );
  return [name, ...greedy.map(({ rowsRead, rowsAnswered, sql }) => `  reads ${rowsRead} rows to answer ${rowsAnswered}: ${sql.slice(0, 200)}`)];
}
