import { execFileSync } from "node:child_process";
import { sectionsQuery } from "../../lib/client/gallery/gallery-queries";
import { startSimulator } from "../../lib/testing/simulators/simulator";
import { onCleanUp } from "../fixtures/clean-up";
import { startInstallation } from "../fixtures/installation";
import { ask, asScreensAsk } from "./ask";
import { printFigure, quantile } from "./figures";
import { follow } from "./follow";
import { pidOf } from "./memory";
import { report } from "./report";

const total = Number(process.env.BENCH_GENERATIONS ?? 500);
const queued = Number(process.env.BENCH_QUEUED ?? 20_000);
const atOnce = 50;
const askedAtOnce = 20;
const sampled = 200;
const lookedAtMs = 20_000;
const create = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";

/** A whole installation at a simulated provider. What it starts is stopped by `cleanUp`. */
export async function measureQueue(): Promise<void> {
  await measureRunningJobs();
  await measureInstantJobs();
}

/** What someone else feels of many jobs that run at a provider, which takes a minute or two for each as providers do. */
async function measureRunningJobs(): Promise<void> {
  const { simulator, boards, boardId } = await openBoard("running", total, { BOARDS_CONCURRENCY_PER_TENANT: String(total) });
  const atRest = await lookAt(boards.url, boardId, pause(lookedAtMs));
  const submitted = simulator.book.jobs.size + total;
  simulator.faults.add({ kind: "slow", on: "submit", times: total, ms: 120_000 });
  await inParallel(total, askedAtOnce, async () => void (await askFor(boards.url, boardId)));
  while (simulator.book.jobs.size < submitted) await pause(100);
  const whileTheyRun = await lookAt(boards.url, boardId, pause(lookedAtMs));
  console.log(`${total} jobs at a provider that takes two minutes for each`);
  report("the board's page at rest", atRest);
  report(`the board's page while ${total} jobs run`, whileTheyRun);
  printFigure("the page's p95 then, times at rest", quantile(whileTheyRun, 0.95) / quantile(atRest, 0.95), { most: 2 });
  await boards.stop();
}

/** How much gets through at a provider that is done at once, and what a long queue costs. */
async function measureInstantJobs(): Promise<void> {
  const { simulator, boards, boardId } = await openBoard("bench", atOnce);
  const atRest = await lookAt(boards.url, boardId, pause(lookedAtMs));
  const rest = memory(boards.home);
  let peak = rest;
  const watch = setInterval(() => {
    peak = larger(peak, memory(boards.home));
  }, 250);
  const start = performance.now();
  const milliseconds = await through(boards.url, boardId, total);
  const seconds = (performance.now() - start) / 1000;
  const allAsked = Promise.withResolvers<void>();
  const queue = through(boards.url, boardId, total, allAsked.resolve);
  await allAsked.promise;
  const whileItRuns = await lookAt(boards.url, boardId, queue);
  await queue;
  clearInterval(watch);
  console.log(`${total} generations of an instant simulated model, ${atOnce} at a time: ${(total / seconds).toFixed(1)} completed a second`);
  report("createGeneration to completed, under that load", milliseconds);
  report("the board's page at rest", atRest);
  report(`the board's page while a queue of ${total} runs`, whileItRuns);
  printFigure("the page's p95 then, times at rest", quantile(whileItRuns, 0.95) / quantile(atRest, 0.95));
  console.log(`memory at rest ${shown(rest)}, at peak ${shown(peak)}`);

  // Nobody's turn ever comes: all places are taken by jobs that last for an hour.
  const stalledId = await newBoard(boards.url);
  simulator.faults.add({ kind: "slow", on: "submit", times: atOnce, ms: 3_600_000 });
  await Promise.all(Array.from({ length: atOnce }, () => askFor(boards.url, stalledId)));
  report("createGeneration with next to nothing queued", await enqueue(boards.url, stalledId, sampled, 1));
  const short = memory(boards.home);
  await enqueue(boards.url, stalledId, queued - 2 * sampled, askedAtOnce);
  report(`createGeneration with ${queued} queued`, await enqueue(boards.url, stalledId, sampled, 1));
  console.log(`memory with ${sampled} queued ${shown(short)}, with ${queued} queued ${shown(memory(boards.home))}`);
}

/** A board of an installation where so many jobs may run at once at a simulated provider; the code that makes them is warm. */
async function openBoard(name: string, jobs: number, settings: Record<string, string> = {}) {
  const simulator = await startSimulator({ speed: 0 });
  onCleanUp(() => simulator.stop());
  const boards = await startInstallation(name, {
    BOARDS_SIMULATOR_URL: simulator.url,
    BOARDS_CHARGE_SIMULATED_RUNS: "1",
    BOARDS_CONCURRENCY_PER_USER: String(jobs),
    BOARDS_CONCURRENCY_PER_KEY: String(jobs),
    BOARDS_LOG_LEVEL: "error",
    ...settings,
  });
  const boardId = await newBoard(boards.url);
  await through(boards.url, boardId, 50);
  return { simulator, boards, boardId };
}

async function newBoard(url: string): Promise<string> {
  const query = 'mutation { createBoard(input: { title: "Benchmark" }) { id } }';
  return (await ask<{ createBoard: { id: string } }>(query, {}, url)).createBoard.id;
}

async function askFor(url: string, boardId: string): Promise<string> {
  const input = { boardId, generatorName: "fal-flux-2", artifactType: "IMAGE", inputParams: { prompt: "benchmark" } };
  return (await ask<{ createGeneration: { id: string } }>(create, { input }, url)).createGeneration.id;
}

/**
 * Milliseconds from the request to the completed image, for `count` generations of which `atOnce` are on their way; with `onAllAsked`, which is called
 * when all are asked for, none waits for another one's end.
 */
async function through(url: string, boardId: string, count: number, onAllAsked?: () => void): Promise<number[]> {
  const done = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const abort = new AbortController();
  const onEvent = ({ generationId, status, receivedAt }: { generationId: string; status: string; receivedAt: number }) => {
    if (status === "failed") throw new Error("a generation failed");
    if (status !== "completed" || done.has(generationId)) return;
    done.set(generationId, receivedAt);
    waiting.get(generationId)?.();
  };
  const following = follow(url, boardId, onEvent, abort.signal).catch((error: Error) => {
    if (!abort.signal.aborted) throw error;
  });
  const milliseconds: number[] = [];
  const ends: Promise<void>[] = [];
  await inParallel(count, onAllAsked ? askedAtOnce : atOnce, async () => {
    const start = performance.now();
    const id = await askFor(url, boardId);
    const end = (done.has(id) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(id, resolve))).then(() => {
      milliseconds.push((done.get(id) ?? 0) - start);
    });
    ends.push(end);
    if (!onAllAsked) await end;
  });
  onAllAsked?.();
  await Promise.all(ends);
  abort.abort();
  await following;
  return milliseconds;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Milliseconds that the board's index takes, again and again until `end`, as someone who opens it and pauses. */
async function lookAt(url: string, boardId: string, end: Promise<unknown>): Promise<number[]> {
  const { query, variables } = asScreensAsk(sectionsQuery, { search: { boardId }, timeZone: "UTC" });
  const milliseconds: number[] = [];
  let isEnded = false;
  void end
    .catch(() => undefined)
    .finally(() => {
      isEnded = true;
    });
  while (!isEnded) {
    const start = performance.now();
    await ask(query, variables, url);
    milliseconds.push(performance.now() - start);
    await pause(50);
  }
  return milliseconds;
}

async function enqueue(url: string, boardId: string, count: number, parallel: number): Promise<number[]> {
  const milliseconds: number[] = [];
  await inParallel(count, parallel, async () => {
    const start = performance.now();
    await askFor(url, boardId);
    milliseconds.push(performance.now() - start);
  });
  return milliseconds;
}

async function inParallel(count: number, parallel: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

type Memory = Record<"web" | "worker", number>;

/** Resident megabytes of the server and the worker. */
function memory(home: string): Memory {
  const of = (part: "web" | "worker") => {
    const pid = String(pidOf(home, part));
    return Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", pid], { encoding: "utf8" })) / 1024);
  };
  return { web: of("web"), worker: of("worker") };
}

const larger = (one: Memory, other: Memory): Memory => ({ web: Math.max(one.web, other.web), worker: Math.max(one.worker, other.worker) });
const shown = ({ web, worker }: Memory) => `web ${web} MB, worker ${worker} MB`;
