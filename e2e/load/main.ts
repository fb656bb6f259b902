// `npm run bench`: latencies on this machine as p50 and p95. The first part measures a running installation
// (http://127.0.0.1:3000, else BOARDS_URL), the second the function engine alone, the third a whole installation at simulated
// providers with much to do, the fourth what a request costs. The last three bring a PostgreSQL of their own. `npm run bench -- queue` runs one
// part: running, engine, queue or requests.
import { runAndCleanUp } from "../fixtures/clean-up";
import { measureBoards } from "./board-page";
import { measureEngine } from "./engine-overhead";
import { measureGenerations } from "./generation-latency";
import { measureQueue } from "./queue";
import { measureRequests } from "./requests";

const parts: Record<string, () => Promise<void>> = {
  running: async () => {
    await measureGenerations();
    await measureBoards();
  },
  engine: measureEngine,
  queue: measureQueue,
  requests: measureRequests,
};

const chosen = process.argv.slice(2);
await runAndCleanUp(async () => {
  for (const [name, measure] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) await measure();
  return 0;
});
