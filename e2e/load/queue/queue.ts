import { sectionsQuery } from "../../../lib/client/gallery/gallery-queries";
import { ask, asScreensAsk } from "../ask";
import { printFigure, quantile } from "../figures";
import { report } from "../report";
import { askedAtOnce, askFor, inParallel, type LoadedBoard, openBoard, pause, through } from "./board-under-load";
import { measureLongQueue } from "./long-queue";

const total = Number(process.env.BENCH_GENERATIONS ?? 500);
const atOnce = 50;
const lookedAtMs = 20_000;
/** A provider is asked each second at first, and every quarter of a minute by then. */
const asksRarelyMs = 60_000;

/** Whole installations at a simulated provider. What they start is stopped by `cleanUp`. */
export async function measureQueue(): Promise<void> {
  await measureRunningJobs();
  await measureInstantJobs();
  await measureLongQueue();
}

/** What someone else feels of many jobs that run at a provider, which takes some minutes for each as providers do. */
async function measureRunningJobs(): Promise<void> {
  const { simulator, installation, board } = await openBoard("running", total, { BOARDS_CONCURRENCY_PER_TENANT: String(total) });
  const atRest = await lookAt(board, pause(lookedAtMs));
  const submitted = simulator.book.jobs.size + total;
  simulator.faults.add({ kind: "slow", on: "submit", times: total, ms: 180_000 });
  await inParallel(total, askedAtOnce, async () => void (await askFor(board)));
  while (simulator.book.jobs.size < submitted) await pause(100);
  const start = performance.now();
  const asTheyBegin = await lookAt(board, pause(lookedAtMs));
  await pause(start + asksRarelyMs - performance.now());
  const asTheyRun = await lookAt(board, pause(lookedAtMs));
  console.log(`${total} jobs at a provider that takes three minutes for each`);
  report("the board's page at rest", atRest);
  for (const [name, milliseconds] of Object.entries({ "in their first 20 seconds": asTheyBegin, "after a minute": asTheyRun })) {
    report(`the board's page while ${total} jobs run, ${name}`, milliseconds);
    printFigure("the page's p95 then, times at rest", quantile(milliseconds, 0.95) / quantile(atRest, 0.95), { most: 2 });
  }
  await installation.stop();
}

/** How much gets through at a provider that is done at once. */
async function measureInstantJobs(): Promise<void> {
  const { installation, board } = await openBoard("bench", atOnce);
  const atRest = await lookAt(board, pause(lookedAtMs));
  const start = performance.now();
  const milliseconds = await through(board, total, atOnce);
  const seconds = (performance.now() - start) / 1000;
  const allAsked = Promise.withResolvers<void>();
  const queue = through(board, total, atOnce, allAsked.resolve);
  await allAsked.promise;
  const whileItRuns = await lookAt(board, queue);
  await queue;
  console.log(`${total} generations of an instant simulated model, ${atOnce} at a time: ${(total / seconds).toFixed(1)} completed a second`);
  report("createGeneration to completed, under that load", milliseconds);
  report("the board's page at rest", atRest);
  report(`the board's page while a queue of ${total} runs`, whileItRuns);
  printFigure("the page's p95 then, times at rest", quantile(whileItRuns, 0.95) / quantile(atRest, 0.95));
  await installation.stop();
}

/** Milliseconds that the board's index takes, again and again until `end`, as someone who opens it and pauses. */
async function lookAt({ url, boardId }: LoadedBoard, end: Promise<unknown>): Promise<number[]> {
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
