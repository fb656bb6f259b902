import { setTimeout as delay } from "node:timers/promises";
import type { Engine } from "./engine";
import type { Operation } from "./operations";
import { enqueueRun } from "./queue";
import { RunActor } from "./run-actor";

// Beyond this, the queue's own polling is precise enough and Node's timers would overflow.
const farthestTimerMilliseconds = 60 * 60 * 1_000;

/** Sees to it that each run has one actor at most, and that near wake-ups do not wait for the queue's polling. */
export class RunSupervisor {
  #engine: Engine;
  #actors = new Map<string, { actor: RunActor; finished: Promise<void> }>();
  #timers = new Map<string, NodeJS.Timeout>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The body of a `work-on-run` job: done when the run needs nothing now, or waits for the slot of another. */
  async work(runId: string): Promise<void> {
    const active = this.#actors.get(runId);
    // The rows say it all, so this job may end: if we die, the run is found at the next boot.
    if (active) return active.actor.signal();
    let park = () => {};
    const parked = new Promise<"parked">((resolve) => {
      park = () => resolve("parked");
    });
    const actor = new RunActor(this.#engine, runId, park);
    const finished = actor.work(() => {
      // In the same turn as the actor's last look for signals, so that none gets lost in between.
      this.#actors.delete(runId);
      this.#setTimer(runId, actor.ended ? undefined : actor.nextWake);
    });
    this.#actors.set(runId, { actor, finished });
    if ((await Promise.race([finished, parked])) === "parked") {
      finished.catch((error: unknown) => this.#rescue(runId, error));
    }
  }

  /** Takes results that a call of the run sends before it goes on; answers whether it may. */
  async take(runId: string, callId: string, operations: Operation[]): Promise<boolean> {
    return (await this.#actors.get(runId)?.actor.take(callId, operations)) ?? false;
  }

  /** Whether someone works on the run, or waits for a slot to. */
  has(runId: string): boolean {
    return this.#actors.has(runId);
  }

  /** Waits for the calls in flight, `milliseconds` at most. The engine must be stopping already. */
  async drain(milliseconds: number): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    const all = Promise.allSettled([...this.#actors.values()].map(({ finished }) => finished));
    await Promise.race([all, delay(milliseconds, undefined, { ref: false })]);
  }

  #setTimer(runId: string, wake: Date | undefined): void {
    clearTimeout(this.#timers.get(runId));
    this.#timers.delete(runId);
    const milliseconds = wake ? wake.getTime() - Date.now() : Number.POSITIVE_INFINITY;
    if (milliseconds > farthestTimerMilliseconds || this.#engine.stopping.aborted) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(runId);
        enqueueRun(this.#engine.pool, runId, "timer").catch((error: unknown) => {
          this.#engine.logger.warn({ err: error, runId }, "could not wake a run on time; the queue will");
        });
      },
      Math.max(0, milliseconds),
    );
    timer.unref();
    this.#timers.set(runId, timer);
  }

  // A parked actor has no job that would be retried.
  #rescue(runId: string, error: unknown): void {
    this.#engine.logger.error({ err: error, runId }, "run failed to advance; retrying");
    enqueueRun(this.#engine.pool, runId, "signal", new Date(Date.now() + 1_000)).catch((cause: unknown) => {
      this.#engine.logger.error({ err: cause, runId }, "could not requeue a run; it resumes at the next start");
    });
  }
}
