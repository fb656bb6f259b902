// `npm run bench`: latencies on this machine as p50 and p95. The first part measures a running installation
// (http://127.0.0.1:3000, else BOARDS_URL), the second the function engine alone, on a PostgreSQL of its own.
import { measureBoards } from "./board-page";
import { measureEngine } from "./engine-overhead";
import { measureGenerations } from "./generation-latency";

await measureGenerations();
await measureBoards();
await measureEngine();
process.exit(0);
