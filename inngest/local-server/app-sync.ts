import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import type { AppCaller } from "./call-app";

const periodMilliseconds = 60_000;

/**
 * Asks the app to sync (SDK spec 4.3.1), again and again: until it is up, when it was away, and once a minute. An app
 * that has not changed costs one small request.
 */
export class AppSync {
  #caller: AppCaller;
  #appUrl: URL;
  #logger: Logger;
  #stopping: AbortSignal;
  #hurry = new AbortController();

  constructor(caller: AppCaller, appUrl: string, logger: Logger, stopping: AbortSignal) {
    this.#caller = caller;
    this.#appUrl = new URL(appUrl);
    this.#logger = logger;
    this.#stopping = stopping;
  }

  /** Syncs soon instead of at the next turn. */
  request(): void {
    this.#hurry.abort();
  }

  /** Goes on until the server stops. */
  async run(): Promise<void> {
    let failures = 0;
    let lastProblem: string | undefined;
    let hasAnswered = false;
    while (!this.#stopping.aborted) {
      const problem = await this.sync();
      failures = problem ? failures + 1 : 0;
      hasAnswered ||= !problem?.startsWith("ECONN");
      // An app that is starting beside this server is not there yet.
      if (problem && problem !== lastProblem)
        this.#logger[hasAnswered ? "warn" : "debug"]({ appUrl: this.#appUrl.href, problem }, "the app is not synced");
      if (!problem && lastProblem) this.#logger.info({ appUrl: this.#appUrl.href }, "app synced");
      lastProblem = problem;
      if (problem) await this.#pause(Math.min(250 * failures, 3_000), [this.#stopping]);
      else await this.#pause(periodMilliseconds, [this.#stopping, this.#hurry.signal]);
      // Many calls may ask at once; the app need not hear each.
      if (this.#hurry.signal.aborted) await this.#pause(250, [this.#stopping]);
      this.#hurry = new AbortController();
    }
  }

  async #pause(milliseconds: number, signals: AbortSignal[]): Promise<void> {
    await delay(milliseconds, undefined, { signal: AbortSignal.any(signals), ref: false }).catch(() => {});
  }

  /** Asks the app to sync now; answers what went wrong. */
  async sync(): Promise<string | undefined> {
    try {
      const { status, body } = await this.#caller.send("PUT", this.#appUrl, "{}");
      return status === 200 ? undefined : `HTTP ${status}: ${body.slice(0, 500)}`;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? String(error);
    }
  }
}
