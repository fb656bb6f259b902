import { startSimulator } from "../../../lib/testing/simulators/simulator";
import { onCleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { ask } from "../ask";
import { follow, type Journal } from "../follow";

/** Who asks, and where. */
export interface Caller {
  url: string;
  headers?: Record<string, string>;
}

/** A board of someone's. */
export interface LoadedBoard extends Caller {
  boardId: string;
}

const createBoard = 'mutation { createBoard(input: { title: "Benchmark" }) { id } }';
const create = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";

/** Requests that one client has on their way when it asks for many. */
export const askedAtOnce = 20;

/** An installation at a simulated provider that is done at once, unless a prompt or a fault says otherwise. What it starts is stopped by `cleanUp`. */
export async function openInstallation(name: string, settings: Record<string, string>) {
  const simulator = await startSimulator({ speed: 0 });
  onCleanUp(() => simulator.stop());
  const installation = await startInstallation(name, {
    BOARDS_SIMULATOR_URL: simulator.url,
    BOARDS_CHARGE_SIMULATED_RUNS: "1",
    BOARDS_LOG_LEVEL: "error",
    ...settings,
  });
  return { simulator, installation };
}

/** The same with a board, where so many jobs may run at once; the code that makes them is warm. */
export async function openBoard(name: string, jobs: number, settings: Record<string, string> = {}) {
  const limits = { BOARDS_CONCURRENCY_PER_USER: String(jobs), BOARDS_CONCURRENCY_PER_KEY: String(jobs) };
  const opened = await openInstallation(name, { ...limits, ...settings });
  const board = await newBoard(opened.installation);
  await through(board, 50, 50);
  return { ...opened, board };
}

export async function newBoard({ url, headers }: Caller): Promise<LoadedBoard> {
  const { createBoard: board } = await ask<{ createBoard: { id: string } }>(createBoard, {}, url, headers);
  return { url, ...(headers ? { headers } : {}), boardId: board.id };
}

/** Asks for an image; answers its ID. */
export async function askFor({ url, headers, boardId }: LoadedBoard, prompt = "benchmark"): Promise<string> {
  const input = { boardId, generatorName: "fal-flux-2", artifactType: "IMAGE", inputParams: { prompt } };
  return (await ask<{ createGeneration: { id: string } }>(create, { input }, url, headers)).createGeneration.id;
}

/** Asks for so many images, and answers the milliseconds that each answer took. */
export async function askForMany(board: LoadedBoard, count: number, parallel: number, prompt?: string): Promise<number[]> {
  const milliseconds: number[] = [];
  await inParallel(count, parallel, async () => {
    const start = performance.now();
    await askFor(board, prompt);
    milliseconds.push(performance.now() - start);
  });
  return milliseconds;
}

/**
 * Milliseconds from the request to the completed image, for `count` generations of which `atOnce` are on their way; with `onAllAsked`, which is called
 * when all are asked for, none waits for another one's end.
 */
export async function through(board: LoadedBoard, count: number, atOnce: number, onAllAsked?: () => void): Promise<number[]> {
  const done = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const stopFollowing = startFollowing(board, ({ generationId, status, receivedAt }) => {
    if (status === "failed") throw new Error("a generation failed");
    if (status !== "completed" || done.has(generationId)) return;
    done.set(generationId, receivedAt);
    waiting.get(generationId)?.();
  });
  const milliseconds: number[] = [];
  const ends: Promise<void>[] = [];
  await inParallel(count, onAllAsked ? askedAtOnce : atOnce, async () => {
    const start = performance.now();
    const id = await askFor(board);
    const end = (done.has(id) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(id, resolve))).then(() => {
      milliseconds.push((done.get(id) ?? 0) - start);
    });
    ends.push(end);
    if (!onAllAsked) await end;
  });
  onAllAsked?.();
  await Promise.all(ends);
  await stopFollowing();
  return milliseconds;
}

/** Tells of a board's events until the answer is called, which throws what `onEvent` threw. */
export function startFollowing({ url, boardId, headers }: LoadedBoard, onEvent: (event: Journal) => void): () => Promise<void> {
  const abort = new AbortController();
  const following = follow(url, boardId, onEvent, abort.signal, headers).catch((error: Error) => {
    if (!abort.signal.aborted) throw error;
  });
  return () => {
    abort.abort();
    return following;
  };
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function inParallel(count: number, parallel: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}
