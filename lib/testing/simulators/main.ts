// `node --import tsx lib/testing/simulators/main.ts`: simulated providers at BOARDS_SIMULATOR_URL, at the pace of people.
import { readOwnGenerators } from "@/lib/generators/own-generators";
import { startSimulator } from "./simulator";

// They are simulated like any other; the server tells what is wrong with them.
const { BOARDS_GENERATORS_PATH: ownGenerators } = process.env;
if (ownGenerators) await readOwnGenerators(ownGenerators);
const port = Number(new URL(process.env.BOARDS_SIMULATOR_URL ?? "http://127.0.0.1:3700").port);
const simulator = await startSimulator({ port, speed: Number(process.env.SIMULATOR_SPEED ?? 1) });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void simulator.stop().then(() => process.exit(0)));
