import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Logger } from "pino";
import type { AppCaller } from "./call-app";
import type { ConcurrencyGate } from "./concurrency-gate";
import type { FunctionRegistry } from "./function-registry";

/** What working on a run needs. */
export type Engine = {
  pool: pg.Pool;
  registry: FunctionRegistry;
  gate: ConcurrencyGate;
  caller: AppCaller;
  logger: Logger;
  retryBaseMilliseconds: number;
  /** What a run may keep in all. */
  largestStateBytes: number;
  /** Aborted when the server stops: start nothing new. */
  stopping: AbortSignal;
  /** Asks the app for its functions again, as after it was away. */
  requestSync: () => void;
};

/**
 * Tries a write again while Postgres is away for a moment: the result of a call that has been made exists nowhere else.
 */
export async function keepTrying<Result>(logger: Logger, write: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries === 6 || (error instanceof Error && error.name === "UnsupportedStepError")) throw error;
      logger.warn({ err: error, tries }, "could not store a result; retrying");
      await delay(100 * 2 ** tries);
    }
  }
}
