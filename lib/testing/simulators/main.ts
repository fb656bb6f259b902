// `node --import tsx lib/testing/simulators/main.ts`: simulated providers at BOARDS_SIMULATOR_URL, at the pace of people.
import { startSimulator } from "./simulator";

const port = Number(new URL(process.env.BOARDS_SIMULATOR_URL ?? "http://127.0.0.1:3700").port);
const simulator = await startSimulator({ port, speed: Number(process.env.SIMULATOR_SPEED ?? 1) });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void simulator.stop().then(() => process.exit(0)));
