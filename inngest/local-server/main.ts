import pino from "pino";
import { readOptions } from "./config";
import { type LocalServer, startLocalServer } from "./server";

const logger = pino({ name: "inngest-local" });
const restartMilliseconds = 1_000;

let server: LocalServer | undefined;
let leaving = false;

async function start(): Promise<void> {
  try {
    server = await startLocalServer({ ...readOptions(process.env), onFatal: restart });
    // Whoever started this process with a channel learns where it listens.
    process.send?.({ url: server.url });
  } catch (error) {
    // Postgres may still be starting, so only a mistake that waiting cannot mend ends the process.
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!/^(ECONN|57P|08|53)/.test(code) || leaving) throw error;
    logger.warn({ err: error }, "database not ready; retrying");
    setTimeout(begin, restartMilliseconds);
  }
}

function begin(): void {
  start().catch((error: unknown) => {
    logger.fatal({ err: error }, error instanceof Error ? error.message : "cannot start");
    process.exit(1);
  });
}

function restart(reason: Error): void {
  if (leaving || !server) return;
  logger.error({ err: reason }, "lost the database; restarting");
  const lost = server;
  server = undefined;
  lost.stop().finally(() => setTimeout(begin, restartMilliseconds));
}

async function leave(): Promise<void> {
  if (leaving) process.exit(1);
  leaving = true;
  await server?.stop();
  process.exit(0);
}

process.on("SIGTERM", leave);
process.on("SIGINT", leave);
// And leaves with it.
process.on("disconnect", leave);
begin();
