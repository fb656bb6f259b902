// `npm run chaos`: hundreds of generations at simulated providers, while the parts of the product are killed with -9. It ends with counts
// from the simulator and the ledger; lost, submitted twice and broken invariants must all be 0.
// CHAOS_GENERATIONS (300), CHAOS_KILLS (60, at most) and CHAOS_KILL_MS (6000, between two of them at random) change its size.
import { join } from "node:path";
import { type Simulator, startSimulator } from "../../lib/testing/simulators/simulator";
import { onCleanUp, runAndCleanUp } from "../fixtures/clean-up";
import { type Installation, startInstallation } from "../fixtures/installation";
import { countUnderWay } from "../invariants/count-under-way";
import { audit, type Counts } from "./audit";
import { ask, countLive, newBoard, resolveReviews, until } from "./client";
import { Killer } from "./killer";
import { troubleIn } from "./trouble-in";

/** What is asked for, by turns: fast and slow, called back and looked up, in batches and alone, here and at providers. */
export const kinds = [
  { generatorName: "fal-flux-2", artifactType: "IMAGE" },
  { generatorName: "replicate-flux-pro", artifactType: "IMAGE" },
  { generatorName: "fal-flux-2", artifactType: "IMAGE", inputParams: { num_images: 4 } },
  { generatorName: "kie-veo3", artifactType: "VIDEO" },
  { generatorName: "sketch", artifactType: "IMAGE" },
  { generatorName: "fal-nano-banana-pro", artifactType: "IMAGE" },
  { generatorName: "openai-gpt-6-1-terra", artifactType: "TEXT" },
];
/** Words that make the simulator misbehave, on some. */
const troubles = ["", "", "", "", " sim:rate-limit*1", "", " sim:error-503*1", "", "", " sim:drop-after"];

interface Size {
  total: number;
  killEveryMs: number;
  mostKills?: number;
  asking?: typeof kinds;
}

/**
 * Asks for `total` generations and kills a part every `killEveryMs` on average, and at each boundary of a step, until a third is left or it has
 * killed `mostKills` times; then counts. What it starts is stopped by `cleanUp`.
 */
export async function runChaos({ total, killEveryMs, mostKills = 60, asking = kinds }: Size): Promise<Counts> {
  const simulator = await startSimulator({ speed: 0.4 });
  onCleanUp(() => simulator.stop());
  const boards = await startInstallation("chaos", {
    BOARDS_SIMULATOR_URL: simulator.url,
    // The audit adds up money.
    BOARDS_CHARGE_SIMULATED_RUNS: "1",
    BOARDS_CONCURRENCY_PER_USER: "40",
    BOARDS_CONCURRENCY_PER_KEY: "40",
    BOARDS_LOG_LEVEL: "warn",
  });
  try {
    const counts = await askAndKill(boards, simulator, { total, killEveryMs, mostKills, asking });
    if (badOf(counts) > 0) console.log(troubleIn(boards.output()));
    return counts;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nThe last trouble in the log:\n${troubleIn(boards.output())}`, { cause: error });
  }
}

async function askAndKill(boards: Installation, simulator: Simulator, size: Required<Size>): Promise<Counts> {
  const { total, killEveryMs, mostKills, asking } = size;
  const killer = new Killer(boards.home, boards.url, boards.databaseUrl, mostKills);
  const boardId = await newBoard(boards.url);
  const random = killer.atRandom(killEveryMs);
  const boundaries = killer.atBoundaries(simulator);
  const spareAll = () => {
    random.stop();
    boundaries.stop();
  };
  onCleanUp(spareAll);
  console.log(`asking for ${total} generations, killing every ${killEveryMs} ms and at each boundary of a step`);
  const asked = [];
  for (let index = 0; index < total; index++) {
    const kind = asking[index % asking.length];
    const prompt = `chaos ${index}${troubles[index % troubles.length]}`;
    if (kind) asked.push(await ask(boards.url, { boardId, ...kind, inputParams: { prompt, ...kind.inputParams }, idempotencyKey: `chaos-${index}` }));
  }
  // What is parked is put right by an admin, who looks at the provider's own list.
  let reviewed = 0;
  const isDownTo = (most: number) => async () => {
    reviewed += await resolveReviews(boards.url, simulator);
    const live = await countLive(boards.url, boardId);
    console.log(`${new Date().toISOString().slice(11, 19)}  ${live} to go, ${JSON.stringify(killer.kills)} killed`);
    return live <= most;
  };
  const isDownToThird = isDownTo(total / 3);
  await until(async () => (await isDownToThird()) || killer.isDone, 600);
  spareAll();
  console.log("no more kills; waiting for what is left");
  // Of a call that works within the call, nobody knows the outcome before it has ended for certain, ten minutes later.
  await until(isDownTo(0), 900).catch(() => undefined);
  // Events that were cut off by a kill are sent by the minute's round.
  await until(async () => (await countUnderWay(await boards.databaseUrl())) === 0, 180).catch(() => undefined);
  const { kills, atBoundary } = killer;
  const databaseUrl = await boards.databaseUrl();
  return { kills, atBoundary, ...(await audit(databaseUrl, join(boards.home, "storage"), simulator, asked)), reviewed };
}

const badOf = ({ lost, submittedTwice, broken }: Counts) => lost + submittedTwice + broken;

async function main(): Promise<number> {
  const { CHAOS_GENERATIONS: total = 300, CHAOS_KILLS: mostKills = 60, CHAOS_KILL_MS: killEveryMs = 6000 } = process.env;
  const counts = await runChaos({ total: Number(total), killEveryMs: Number(killEveryMs), mostKills: Number(mostKills) });
  const { kills, atBoundary, failed, ...numbers } = counts;
  console.table(kills);
  console.table(atBoundary);
  console.table({ ...numbers, ...Object.fromEntries(Object.entries(failed).map(([code, count]) => [`failed: ${code}`, count])) });
  const bad = badOf(counts);
  console.log(bad === 0 ? "Nothing was lost, nothing was paid for twice." : "This must not happen.");
  return bad === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith("chaos/main.ts")) await runAndCleanUp(main);
