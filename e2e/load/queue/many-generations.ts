import { descendants } from "../cpu-time";
import { printFigure } from "../figures";
import { pssWithoutBuffersOf, residentOf } from "../memory";
import { openBoard, through } from "./board-under-load";

const total = Number(process.env.BENCH_MANY ?? 10_000);
const inPart = total / 10;
const atOnce = 10;

/** Memory of all processes while very many images are made, and whether it stays where it was once all is warm. Reads /proc: Linux alone. */
export async function measureMemory(): Promise<void> {
  const { installation, board } = await openBoard("memory", atOnce);
  console.log(`${total} images of an instant simulated model, ${atOnce} at a time; megabytes`);
  const parts: Memory[] = [];
  for (let made = inPart; made <= total; made += inPart) {
    const start = performance.now();
    let peak = memoryOf(installation.home);
    const watch = setInterval(() => {
      peak = larger(peak, memoryOf(installation.home));
    }, 250);
    await through(board, inPart, atOnce);
    clearInterval(watch);
    parts.push(peak);
    const perSecond = inPart / ((performance.now() - start) / 1000);
    console.log(
      `  at most, to ${String(made).padStart(6)}: ${columns.map((part) => `${part} ${peak[part].toFixed(0)}`).join(", ")}; ${perSecond.toFixed(1)} a second`,
    );
  }
  const [, second, ...others] = parts;
  const last = others.at(-1);
  const all = parts.reduce(larger);
  printFigure("web, resident at most", all.web, { most: 600 });
  printFigure("worker, resident at most", all.worker, { most: 250 });
  // What the first part warms, memory of compiled code above all, is no growth.
  if (second && last)
    for (const part of columns) printFigure(`${part}, the last part's times the second's`, last[part] / second[part], { most: 1.1 });
  await installation.stop();
}

const columns = ["web", "worker", "PostgreSQL", "everything"] as const;
type Memory = Record<(typeof columns)[number], number>;

/** Resident memory of web server and worker; of PostgreSQL and of all together without PostgreSQL's buffers. */
function memoryOf(home: string): Memory {
  const processes = descendants().map(([pid, { program }]) => ({ program, megabytes: shareOf(pid) / 1024 }));
  const sum = (those: typeof processes) => those.reduce((total, { megabytes }) => total + megabytes, 0);
  return { ...residentOf(home), PostgreSQL: sum(processes.filter(({ program }) => program === "postgres")), everything: sum(processes) };
}

/** 0 for a process that has just ended. */
function shareOf(pid: number): number {
  try {
    return pssWithoutBuffersOf(pid);
  } catch {
    return 0;
  }
}

const larger = (one: Memory, other: Memory): Memory => Object.fromEntries(columns.map((part) => [part, Math.max(one[part], other[part])])) as Memory;
