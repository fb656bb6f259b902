// `npm run runs`: the runs of the local engine; `npm run runs -- ID`: one run, or the runs about one generation.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { describeRun, describeRuns } from "@/inngest/local-server/describe-runs";
import { hasRuns, listRuns, type RunStatus, readRun, runStates } from "@/inngest/local-server/run-history";
import { root } from "./launch/paths.mjs";
import { launch, Problem } from "./launch/problem.mjs";
import { withDatabase } from "./launch/with-database.mjs";

const usage = `Usage: npm run runs -- [--${runStates.join("] [--")}] [--limit 50] [ID of a run or a generation]`;
const most = 1000;

await launch(async () => {
  const question = questionOf(process.argv.slice(2));
  await withDatabase(async (databaseUrl) => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: "boards runs" });
    await client.connect();
    try {
      console.log(await answerTo(question, client));
    } finally {
      await client.end();
    }
  });
});

type Question = { id: string | undefined; states: readonly RunStatus[]; limit: number };

function questionOf(args: string[]): Question {
  const states = Object.fromEntries(runStates.map((state) => [state, { type: "boolean" as const }]));
  try {
    const { values, positionals } = parseArgs({ args, options: { ...states, limit: { type: "string" } }, allowPositionals: true });
    const limit = Number(values.limit ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new Error(`--limit takes a whole number from 1 to ${most}.`);
    if (positionals.length > 1) throw new Error("Only one ID at a time.");
    const given: Record<string, unknown> = values;
    const chosen = runStates.filter((state) => given[state]);
    return { id: positionals[0], states: chosen.length > 0 ? chosen : runStates, limit };
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${usage}`);
  }
}

async function answerTo({ id, states, limit }: Question, client: pg.Client): Promise<string> {
  if (!(await hasRuns(client))) throw new Problem("This database holds no local runs. Inngest's own server shows its runs in its dashboard.");
  // An earlier version lacks columns.
  await client.query(await readFile(join(root, "inngest/local-server/schema.sql"), "utf8"));
  const run = id === undefined ? null : await readRun(client, id);
  if (run) return describeRun(run);
  const runs = await listRuns(client, { states, limit, ...(id === undefined ? {} : { about: id }) });
  if (runs.length > 0) return describeRuns(runs);
  return id === undefined ? "No runs." : `No run has the ID ${id}, and no run is about it.`;
}
