import { jwtSettings } from "../../../lib/testing/bearer";
import { ask } from "../ask";
import { printFigure, quantile } from "../figures";
import { residentOf } from "../memory";
import { becomeOwner, headersOf } from "../owner";
import { report } from "../report";
import { askedAtOnce, askForMany, newBoard, openInstallation, startFollowing, through } from "./board-under-load";

/** At first; while it is measured, what is asked for is added, and then ended. */
const few = 10;
const many = Number(process.env.BENCH_QUEUED ?? 20_000);
const atWork = 10;
const sampled = 60;
const cancel = "mutation ($id: UUID!) { cancelGeneration(id: $id) { id } }";

/** The simulated provider takes an hour for it. */
const lasting = "benchmark sim:slow";

/** A queue of one person's: what one more costs them, how soon the next begins when one ends, and how long someone else waits for a single image. */
export async function measureLongQueue(): Promise<void> {
  const { installation } = await openInstallation("long-queue", {
    ...jwtSettings,
    BOARDS_CONCURRENCY_PER_USER: String(atWork),
    BOARDS_CONCURRENCY_PER_KEY: "100",
  });
  const { url } = installation;
  const busy = await newBoard({ url, headers: await becomeOwner(installation, "busy") });
  const other = await newBoard({ url, headers: await headersOf("other") });
  await through(other, 50, 10);
  await through(busy, 50, 10);

  const seen = new Set<string>();
  const running: string[] = [];
  let onBegin = () => undefined as unknown;
  const stopFollowing = startFollowing(busy, ({ generationId, status }) => {
    if (status !== "processing" || seen.has(generationId)) return;
    seen.add(generationId);
    running.push(generationId);
    onBegin();
  });
  const look = async () => ({
    asked: await askForMany(busy, sampled, 1, lasting),
    next: await endOneByOne(),
    other: await through(other, sampled, 1),
    memory: residentOf(installation.home),
  });
  async function endOneByOne(): Promise<number[]> {
    const milliseconds: number[] = [];
    for (let round = 0; round < sampled; round++) {
      const id = running.shift();
      const start = performance.now();
      const next = new Promise((resolve) => {
        onBegin = () => resolve(undefined);
      });
      await ask(cancel, { id }, busy.url, busy.headers);
      await next;
      milliseconds.push(performance.now() - start);
    }
    return milliseconds;
  }

  await askForMany(busy, atWork + few, 1, lasting);
  const withFew = await look();
  await askForMany(busy, many - few, askedAtOnce, lasting);
  const withMany = await look();
  await stopFollowing();

  console.log(`\nOne person has ${atWork} at work and more queued, with ${few} and with ${many}:`);
  compare("createGeneration", withFew.asked, withMany.asked);
  compare("one is canceled, the next begins", withFew.next, withMany.next);
  compare("someone else's single image", withFew.other, withMany.other);
  for (const part of ["web", "worker"] as const)
    printFigure(
      `${part}, MB resident with ${many} queued`,
      withMany.memory[part],
      { most: part === "web" ? 600 : 250 },
      `${withFew.memory[part].toFixed(0)} with ${few}`,
    );
  await installation.stop();
}

function compare(name: string, withFew: number[], withMany: number[]): void {
  report(`${name}, ${few} queued`, withFew);
  report(`${name}, ${many} queued`, withMany);
  printFigure("its median, times that with few", quantile(withMany, 0.5) / quantile(withFew, 0.5), { most: 1.2 });
}
