import { startInstallation } from "../fixtures/installation";
import { compareMachine } from "./compare-machine";
import { descendants } from "./cpu-time";
import { printFigure } from "./figures";
import { pidOf, pssOf } from "./memory";

/** What is due each minute has run by then: its first query brings much into memory that stays. */
const restMs = 75_000;

/** How long a start takes when everything is installed and built, and what an installation of its own takes of memory at rest. Reads /proc: Linux alone. */
export async function measureStart(): Promise<void> {
  const begin = () => startInstallation("start", { BOARDS_LOG_LEVEL: "info" });
  await (await begin()).stop({ keepsData: true });
  const start = performance.now();
  const boards = await begin();
  console.log("A start where everything is installed and built, and what is there at rest");
  const seconds = (performance.now() - start) / 1000;
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const megabytes = (pids: number[]) => pids.reduce((sum, pid) => sum + pssOf(pid), 0) / 1024;
  printFigure("web, MB of PSS", megabytes([pidOf(boards.home, "web")]), { most: 200 });
  printFigure("worker, MB of PSS", megabytes([pidOf(boards.home, "worker")]), { most: 120 });
  const postgres = descendants().filter(([, { program }]) => program === "postgres");
  printFigure("PostgreSQL, MB of PSS", megabytes(postgres.map(([pid]) => pid)));
  printFigure("everything, MB of PSS", megabytes(descendants().map(([pid]) => pid)), { most: 380 });
  // Last, since it takes memory.
  printFigure("start, s", seconds, { most: 2.5, slowness: await compareMachine(boards.url) });
  await boards.stop();
}
