import pino from "pino";
import type { LocalServerOptions } from "./config";
import { type LocalServer, startLocalServer } from "./server";

const logger = pino({ name: "inngest-local" });
const restartMilliseconds = 1_000;

/**
 * Runs a local server for as long as this process lives: starts it anew when it lost the database, and stops it when the process is asked to
 * end. Tells whoever started this process with a channel where it listens, and ends with them.
 */
export function keepRunning(options: LocalServerOptions): void {
  let server: LocalServer | undefined;
  let leaving = false;

  const start = async () => {
    try {
      server = await startLocalServer({ ...options, onFatal: restart });
      process.send?.({ url: server.url });
    } catch (error) {
      // Postgres may still be starting, so only a mistake that waiting cannot mend ends the process.
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (!/^(ECONN|57P|08|53)/.test(code) || leaving) throw error;
      logger.warn({ err: error }, "database not ready; retrying");
      setTimeout(begin, restartMilliseconds);
    }
  };
  const begin = () => {
    start().catch((error: unknown) => {
      logger.fatal({ err: error }, error instanceof Error ? error.message : "cannot start");
      process.exit(1);
    });
  };
  const restart = (reason: Error) => {
    if (leaving || !server) return;
    logger.error({ err: reason }, "lost the database; restarting");
    const lost = server;
    server = undefined;
    lost.stop().finally(() => setTimeout(begin, restartMilliseconds));
  };
  const leave = async () => {
    if (leaving) process.exit(1);
    leaving = true;
    await server?.stop();
    process.exit(0);
  };

  process.on("SIGTERM", leave);
  process.on("SIGINT", leave);
  process.on("disconnect", leave);
  begin();
}
