import { cpuOfDescendants } from "./cpu-time";

/** CPU milliseconds of a constant answer on the machine that the goals come from. */
const constantThereMs = 0.98;
const rounds = 1000;
const atOnce = 4;

/**
 * How many times the processor time of the goals' machine this one takes for the same work: what it takes for an answer that needs nothing
 * looked up, divided by what it took there. Asks an installation that this process has started; reads /proc, and so runs on Linux alone.
 */
export async function compareMachine(url: string): Promise<number> {
  await ask(url);
  const before = cpuNow();
  await ask(url);
  const constantMs = (cpuNow() - before) / rounds;
  console.log(
    `A constant answer takes ${constantMs.toFixed(2)} ms of CPU, and took ${constantThereMs} where the goals come from: this machine takes ${(constantMs / constantThereMs).toFixed(1)} times as much.`,
  );
  return constantMs / constantThereMs;
}

const cpuNow = () => [...cpuOfDescendants().values()].reduce((sum, milliseconds) => sum + milliseconds, 0);

async function ask(url: string): Promise<void> {
  let left = rounds;
  const worker = async () => {
    while (left-- > 0) await fetch(`${url}/api/graphql`, { method: "OPTIONS" });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
