import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../../scripts/launch/postgres.mjs";
import { onCleanUp } from "../fixtures/clean-up";
import { type Installation, startInstallation } from "../fixtures/installation";
import { runFolder } from "../fixtures/run-folder";
import { ask } from "./ask";
import { compareMachine } from "./compare-machine";
import { cpuMs, cpuOfFamilyMs } from "./cpu-time";
import { countStatements, type DatabaseWork, databaseWork } from "./database-work";
import { printFigure, quantile } from "./figures";
import { follow } from "./follow";

const oneByOne = Number(process.env.BENCH_ROUNDS ?? 60);
const inBursts = Number(process.env.BENCH_GENERATIONS ?? 200);
/** The first hundreds are made by code that is not compiled yet, at twice the cost. */
const warmUp = 400;
const manyBoards = 20;
const atOnce = 10;
const create = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";

/** What one generation costs that is made on this machine at once, beside what it should. What it starts is stopped by `cleanUp`. */
export async function measureGenerationCost(): Promise<void> {
  const folder = join(runFolder(), "cost-postgres");
  const { url, stop } = await startPostgres(folder);
  await countStatements(url);
  await stop();
  const postgres = await startPostgres(folder);
  onCleanUp(() => postgres.stop());
  const boards = await startInstallation("cost", { DATABASE_URL: postgres.url, BOARDS_LOG_LEVEL: "error" });
  const slowness = await compareMachine(boards.url);
  const measured = { boards, databaseUrl: postgres.url, postmaster: await postmasterOf(postgres.url), slowness };

  const [first = "", ...others] = await Promise.all(Array.from({ length: manyBoards }, () => newBoard(boards.url)));
  await run(boards.url, [first], warmUp, atOnce);
  await report("one after another", measured, [first], oneByOne, 1);
  await report("on one board", measured, [first], inBursts, atOnce);
  await report(`over ${manyBoards} boards`, measured, [first, ...others], inBursts, atOnce);
}

interface Measured {
  boards: Installation;
  databaseUrl: string;
  postmaster: number;
  slowness: number;
}

async function report(how: string, measured: Measured, boardIds: string[], count: number, parallel: number): Promise<void> {
  const [before, cpuBefore, callsBefore] = [await databaseWork(measured.databaseUrl), cpuOf(measured), await callsOf(measured.boards)];
  const { slowness } = measured;
  const start = performance.now();
  const { answered, completed } = await run(measured.boards.url, boardIds, count, parallel);
  const seconds = (performance.now() - start) / 1000;
  const [cpuAfter, callsAfter, after] = [cpuOf(measured), await callsOf(measured.boards), await databaseWork(measured.databaseUrl)];
  const each = (part: keyof DatabaseWork) => (after[part] - before[part]) / count;
  const cpu = Object.keys(cpuAfter).map((part) => [part, ((cpuAfter[part] ?? 0) - (cpuBefore[part] ?? 0)) / count] as const);

  console.log(`\n${count} generations of prompt-writer, ${how}, each:`);
  printFigure("statements", each("statements"), { most: 20 }, `${each("engineStatements").toFixed(1)} of them the engine's`);
  printFigure("settings that travel with them", each("settings"));
  printFigure("transactions", each("transactions"));
  printFigure("fsyncs", each("fsyncs"), { most: 3 });
  printFigure("WAL, kB", each("walKb"));
  printFigure("calls of the functions", (callsAfter - callsBefore) / count);
  const parts = cpu.map(([part, milliseconds]) => `${part} ${milliseconds.toFixed(1)}`).join(", ");
  printFigure(
    "CPU, ms",
    cpu.reduce((sum, [, milliseconds]) => sum + milliseconds, 0),
    { most: 20, slowness },
    parts,
  );
  if (parallel === 1) {
    printFigure("createGeneration answers, ms, p50", quantile(answered, 0.5), { most: 8, slowness });
    printFigure("created to completed, ms, p50", quantile(completed, 0.5));
    printFigure("created to completed, ms, p95", quantile(completed, 0.95), { most: 35, slowness });
  } else {
    printFigure("completed a second", count / seconds, { least: 50, slowness });
    printFigure("createGeneration a second, beside them", (count / answered.reduce((sum, each) => sum + each, 0)) * 1000 * parallel, {
      least: 150,
      slowness,
    });
  }
}

/** Asks for `count` generations, `parallel` at a time, and waits until all are completed. One at a time is completed before the next. */
async function run(url: string, boardIds: string[], count: number, parallel: number) {
  const ended = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const abort = new AbortController();
  const streams = boardIds.map((boardId) =>
    follow(
      url,
      boardId,
      ({ generationId, status, receivedAt }) => {
        if (status === "failed") throw new Error("a generation failed");
        if (status !== "completed") return;
        ended.set(generationId, receivedAt);
        waiting.get(generationId)?.();
      },
      abort.signal,
    ).catch((error: Error) => {
      if (!abort.signal.aborted) throw error;
    }),
  );
  const answered: number[] = [];
  const completed: number[] = [];
  const ends: Promise<void>[] = [];
  let asked = 0;
  const someone = async () => {
    while (asked < count) {
      const boardId = boardIds[asked++ % boardIds.length];
      const start = performance.now();
      const input = { boardId, generatorName: "prompt-writer", artifactType: "TEXT", inputParams: {} };
      const { id } = (await ask<{ createGeneration: { id: string } }>(create, { input }, url)).createGeneration;
      answered.push(performance.now() - start);
      const end = (ended.has(id) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(id, resolve))).then(() => {
        completed.push((ended.get(id) ?? 0) - start);
      });
      ends.push(end);
      if (parallel === 1) await end;
    }
  };
  await Promise.race([Promise.all(Array.from({ length: parallel }, someone)).then(() => Promise.all(ends)), Promise.all(streams)]);
  abort.abort();
  await Promise.all(streams);
  return { answered, completed };
}

async function newBoard(url: string): Promise<string> {
  const query = 'mutation { createBoard(input: { title: "Benchmark" }) { id } }';
  return (await ask<{ createBoard: { id: string } }>(query, {}, url)).createBoard.id;
}

/** Milliseconds that each part has worked so far. */
function cpuOf({ boards, postmaster }: Measured): Record<string, number> {
  const own = ["web", "worker", "engine"].filter((part) => existsSync(join(boards.home, `${part}.pid`)));
  const of = (part: string) => cpuMs(Number(readFileSync(join(boards.home, `${part}.pid`), "utf8")));
  return { ...Object.fromEntries(own.map((part) => [part, of(part)])), PostgreSQL: cpuOfFamilyMs(postmaster) };
}

/** How often the engine has called a function so far. */
async function callsOf({ engineUrl }: Installation): Promise<number> {
  const { calls } = (await (await fetch(`${engineUrl()}/health`)).json()) as { calls: number };
  return calls;
}

async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query("SELECT setting AS folder FROM pg_settings WHERE name = 'data_directory'");
  await client.end();
  return Number(readFileSync(join(rows[0].folder, "postmaster.pid"), "utf8").split("\n")[0]);
}
