// `npm run bench`: measures on this machine. `running` takes the installation at BOARDS_URL, and is left out without it, `start` how long a start
// takes and how much memory it needs at rest, `engine` the function engine alone, `generation` what a generation costs in statements, fsyncs
// and CPU, `queue` whole installations at simulated providers with much to do, `memory` what 10,000 images leave in it, `requests` the CPU that
// requests cost, `live` what an event costs that many watch, `growth` what PostgreSQL does with 1.2 million generations, `bulk` how long bulk jobs
// take there, `curation` what finding, changing and exporting very many costs who has the board open, and the process that does it. All but the
// first bring a PostgreSQL of their own. `npm run bench -- queue` runs one part.
import { runAndCleanUp } from "../fixtures/clean-up";
import { measureBoards } from "./board-page";
import { measureCuration } from "./curation";
import { measureEngine } from "./engine-overhead";
import { measureGenerationCost } from "./generation-cost";
import { measureGenerations } from "./generation-latency";
import { measureBulkJobs } from "./growth/bulk";
import { measureGrowth } from "./growth/growth";
import { measureLive } from "./live";
import { measureMemory } from "./queue/many-generations";
import { measureQueue } from "./queue/queue";
import { measureRequests } from "./requests";
import { measureStart } from "./start";

const parts: Record<string, () => Promise<void>> = {
  running: async () => {
    await measureGenerations();
    await measureBoards();
  },
  start: measureStart,
  engine: measureEngine,
  generation: measureGenerationCost,
  queue: measureQueue,
  memory: measureMemory,
  requests: measureRequests,
  live: measureLive,
  growth: measureGrowth,
  bulk: measureBulkJobs,
  curation: measureCuration,
};

const chosen = process.argv.slice(2);
await runAndCleanUp(async () => {
  const isWanted = (name: string) => (chosen.length > 0 ? chosen.includes(name) : name !== "running" || Boolean(process.env.BOARDS_URL));
  for (const [name, measure] of Object.entries(parts)) if (isWanted(name)) await measure();
  return 0;
});
