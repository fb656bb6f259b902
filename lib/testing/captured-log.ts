import pino from "pino";
import { log } from "@/lib/platform/log";

/** Listens to the application's log at the level `debug`; `lines` is all that it wrote since, as text. */
export function captureLog(): { lines(): string; stop(): void } {
  let written = "";
  const { streamSym } = pino.symbols;
  const logger = log as unknown as Record<symbol, unknown>;
  const [stream, level] = [logger[streamSym], log.level];
  logger[streamSym] = {
    write: (line: string) => {
      written += line;
    },
  };
  log.level = "debug";
  return {
    lines: () => written,
    stop() {
      logger[streamSym] = stream;
      log.level = level;
    },
  };
}
