// `node --import tsx lib/testing/simulators/main.ts`: simulated providers at BOARDS_SIMULATOR_URL or on any free port, at the pace of people.
import { readOwnGenerators } from "@/lib/generators/catalogue/own-generators";
import { startSimulator } from "./simulator";

// They are simulated like any other; the server tells what is wrong with them.
const { BOARDS_GENERATORS_PATH: ownGenerators } = process.env;
if (ownGenerators) await readOwnGenerators(ownGenerators);
const { BOARDS_SIMULATOR_URL: url, SIMULATOR_SPEED: speed } = process.env;
const simulator = await startSimulator({ port: url ? Number(new URL(url).port) : 0, speed: Number(speed ?? 1) });
process.send?.({ url: simulator.url });
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.on(signal, () => void simulator.stop().then(() => process.exit(0)));
