import { setTimeout as delay } from "node:timers/promises";
import { acceptEvents, asIncoming } from "./accept-events";
import { applyCheckpoint, applyDiscovery, applyStepCall, type RunProgress } from "./apply-answer";
import { buildCallBody } from "./build-call";
import type { CallResult } from "./call-app";
import { CallSlot } from "./call-slot";
import { boundsOf } from "./concurrency-bounds";
import { inTransaction } from "./database";
import { endRun, endUnheard, type RunOutcome } from "./end-run";
import { type Engine, keepTrying } from "./engine";
import { type FunctionConfig, maximumAttempts } from "./function-config";
import { createUlid } from "./identifiers";
import type { Operation } from "./operations";
import { enqueueRun } from "./queue";
import { doneSteps, tooManySteps } from "./run-limits";
import { claimRun, isActive, loadSteps, type RunState, type StepState, storeTimeout } from "./run-store";

type Call = { promise: Promise<void>; slot: CallSlot };

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> => delay(milliseconds, undefined, { signal }).catch(() => {});

const discoveryKey = "discovery";
// A step that takes the app down with it each time must not do so for ever.
const interruptionsForgiven = 8;
// Nor may one that takes this server down with it, and thereby everything else.
const crashesForgiven = 3;

/**
 * Works on one run while there is something to do at once: the next step follows within the same job. A run has one
 * actor at most, so its memory is what Postgres holds, except for what arriving events change; those it is told by
 * `signal`.
 */
export class RunActor implements RunProgress {
  readonly engine: Engine;
  readonly runId: string;
  run!: RunState;
  config!: FunctionConfig;
  steps = new Map<string, StepState>();
  /** Set once the run has ended, by this actor or by a cancellation. */
  ended = false;
  /** When the run is next due, after `work` has come to rest. */
  nextWake: Date | undefined;
  #calls = new Map<string, Call>();
  #failure: { error: unknown } | undefined;
  /** The call of the function as a whole that is in flight: what it has seen done, and whether it was told to stop. */
  #discovery = { callId: "", seenSeq: 0, isHalted: false };
  #signalled = false;
  #onSignal: (() => void) | undefined;
  #onParked: () => void;
  /** Its job was given up. */
  #isParked = false;

  /** `onParked` is called when all that is left to do waits for the slots of other runs, or for an app that is away. */
  constructor(engine: Engine, runId: string, onParked: () => void) {
    this.engine = engine;
    this.runId = runId;
    this.#onParked = onParked;
  }

  /** Says that the run's rows were changed by someone else. */
  signal(): void {
    this.#signalled = true;
    this.#onSignal?.();
  }

  /**
   * Takes results that the call in flight sends before it goes on, and answers whether it may: not one that was given up since, of a run that
   * has ended, or while the server stops.
   */
  async take(callId: string, operations: Operation[]): Promise<boolean> {
    const discovery = this.#discovery;
    if (discovery.callId !== callId || discovery.isHalted) return false;
    const goesOn = await applyCheckpoint(this, operations);
    // Nothing else was pending when the call began, so all that is done by now is known to it.
    discovery.seenSeq = this.latestSeq();
    discovery.isHalted = !goesOn || this.ended || this.engine.stopping.aborted;
    return !discovery.isHalted;
  }

  /** Works until the run has ended, waits for time or events, or the server stops; then calls `onRest` at once. */
  async work(onRest: () => void): Promise<void> {
    try {
      if (!(await this.#claim())) return;
      while (!this.engine.stopping.aborted) {
        if (this.#failure) throw this.#failure.error;
        if (this.#signalled && !(await this.#reload())) return;
        await this.#settleTimers();
        this.#startCalls();
        if (this.ended) return;
        if (this.#calls.size === 0) {
          await this.#scheduleWake();
          if (this.#signalled) continue;
          return;
        }
        // The job of a run that only waits is given up, or waiting runs would keep others from working.
        if ([...this.#calls.values()].every(({ slot }) => slot.isWaiting)) this.#park();
        await this.#nextChange();
      }
      await Promise.allSettled([...this.#calls.values()].filter(({ slot }) => !slot.isWaiting).map((call) => call.promise));
    } finally {
      onRest();
    }
  }

  /** Ends the run and does what hangs on its end, onFailure among it. */
  async end(outcome: RunOutcome): Promise<void> {
    const { pool, registry, logger } = this.engine;
    await keepTrying(logger, async () => {
      if (await endUnheard(pool, registry, this.runId, outcome)) return;
      await inTransaction(pool, async (client) => {
        const events = await endRun(client, registry, this.runId, outcome);
        await acceptEvents(client, registry, asIncoming(events));
      });
    });
    this.ended = true;
    const error = outcome.status === "failed" ? outcome.error.message : undefined;
    logger.info({ runId: this.runId, function: this.run.functionId, error }, `run ${outcome.status}`);
  }

  /** The newest completed step; what a discovery call has seen when it is sent now. */
  latestSeq(): number {
    return Math.max(0, ...[...this.steps.values()].map((step) => step.completedSeq ?? 0));
  }

  async #claim(): Promise<boolean> {
    const run = await claimRun(this.engine.pool, this.runId);
    if (!run) {
      this.ended = true;
      return false;
    }
    this.run = run;
    const config = this.engine.registry.get(run.functionId);
    if (!config) {
      const message = `Function "${run.functionId}" is no longer part of the app.`;
      await this.end({ status: "failed", error: { name: "Error", message } });
      return false;
    }
    this.config = config;
    if (!run.isNew) this.steps = new Map((await loadSteps(this.engine.pool, this.runId)).map((step) => [step.id, step]));
    return true;
  }

  async #reload(): Promise<boolean> {
    this.#signalled = false;
    this.ended ||= !(await isActive(this.engine.pool, this.runId));
    if (this.ended) return false;
    for (const step of await loadSteps(this.engine.pool, this.runId)) {
      // Others only ever complete a step. All else in memory may be newer than what was just read.
      const known = this.steps.get(step.id);
      if (!known || (known.completedSeq === null && step.completedSeq !== null)) this.steps.set(step.id, step);
    }
    return true;
  }

  async #settleTimers(): Promise<void> {
    for (const step of this.steps.values()) {
      if (step.completedSeq !== null || step.status === "planned") continue;
      if (!step.dueAt || step.dueAt.getTime() > Date.now()) continue;
      const message = `Timed out waiting for the function invoked by "${step.name}".`;
      const error = step.status === "invoking" ? { name: "InngestInvokeTimeoutError", message } : null;
      const seq = await storeTimeout(this.engine.pool, this.runId, step, error);
      if (seq === undefined) this.#signalled = true;
      else
        this.steps.set(step.id, {
          ...step,
          status: error ? "failed" : "completed",
          error,
          data: null,
          completedSeq: seq,
        });
    }
  }

  #needsDiscovery(): boolean {
    return this.run.discoveredSeq === null || this.latestSeq() > this.run.discoveredSeq;
  }

  #startCalls(): void {
    const due = (moment: Date | null) => !moment || moment.getTime() <= Date.now();
    for (const step of this.steps.values()) {
      if (step.status === "planned" && due(step.dueAt) && !this.#calls.has(step.id)) {
        this.#startCall(step.id, (slot) => this.#callStep(slot, step.id));
      }
    }
    if (this.#needsDiscovery() && due(this.run.retryAt) && !this.#calls.has(discoveryKey)) {
      this.#startCall(discoveryKey, (slot) => this.#discover(slot));
    }
  }

  #startCall(key: string, work: (slot: CallSlot) => Promise<void>): void {
    const slot = new CallSlot(this.engine.gate, () => boundsOf(this.config, this.run.event, this.#isParked), this.runId);
    const promise = slot
      .enter()
      .then(() => (this.#isOver() ? undefined : work(slot)))
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => {
        slot.leave();
        this.#calls.delete(key);
      });
    this.#calls.set(key, { promise, slot });
  }

  /** Gives a call's slot to others until `end`; it has none then. */
  async #stepAside(slot: CallSlot, end: Promise<void>): Promise<void> {
    slot.leave();
    // The job of this run may be given up now.
    this.#onSignal?.();
    await end;
  }

  #park(): void {
    this.#isParked = true;
    this.#onParked();
  }

  #isOver(): boolean {
    return this.ended || this.engine.stopping.aborted;
  }

  async #discover(slot: CallSlot): Promise<void> {
    const answer = await this.#call(slot, "step", this.run.attempt);
    const { seenSeq, isHalted } = this.#discovery;
    this.#discovery = { callId: "", seenSeq: 0, isHalted: false };
    if (answer && !this.ended && !isHalted) await applyDiscovery(this, answer, seenSeq);
  }

  async #callStep(slot: CallSlot, stepId: string): Promise<void> {
    const step = this.steps.get(stepId);
    if (step?.status !== "planned") return;
    const answer = await this.#call(slot, stepId, step.attempt);
    if (answer && !this.ended) await applyStepCall(this, answer, step);
  }

  /** Calls the app until it answers; one that is away costs the run no attempt, and no slot. Undefined when the run or the server ends meanwhile. */
  async #call(slot: CallSlot, stepId: string, attempt: number): Promise<CallResult | undefined> {
    const { caller, logger, stopping, requestSync } = this.engine;
    const refusal = this.#refusal();
    if (refusal) return refusal;
    let interruptions = 0;
    for (let tries = 1; !this.#isOver(); tries += 1) {
      const back = caller.untilBack(this.#address(), stopping);
      if (back) {
        await this.#stepAside(slot, back);
        continue;
      }
      if (slot.isWaiting) await slot.enter();
      if (this.#isOver()) return undefined;
      const url = this.#address();
      url.searchParams.set("stepId", stepId);
      const callId = createUlid();
      const seenSeq = this.latestSeq();
      // A call that was broken off may go on over there: from now on nothing is taken from it.
      if (stepId === "step") {
        if (seenSeq > this.#discovery.seenSeq) interruptions = 0;
        this.#discovery = { callId, seenSeq, isHalted: false };
      }
      const details = { callId, attempt, maximumAttempts: maximumAttempts(this.config), steps: this.steps.values() };
      const answer = await caller.call(url, buildCallBody(this.run, details));
      if (answer.kind !== "unreachable") return answer;
      if (answer.interrupted) interruptions += 1;
      if (interruptions > interruptionsForgiven) {
        const message = `The app broke off ${interruptions} times: ${answer.reason}`;
        return { kind: "failed", error: { name: "AppInterruptedError", message }, retriable: true };
      }
      const level = tries === 1 ? "warn" : "debug";
      logger[level]({ runId: this.runId, function: this.run.functionId, reason: answer.reason }, "the app does not answer");
      requestSync();
      if (answer.interrupted) await this.#stepAside(slot, pause(Math.min(100 * 2 ** interruptions, 2_000), stopping));
    }
    return undefined;
  }

  /** Why no call is made any more. */
  #refusal(): CallResult | undefined {
    const { interruptions } = this.run;
    const message = `The server was killed ${interruptions} times in the middle of this call.`;
    if (interruptions > crashesForgiven) return { kind: "failed", error: { name: "AppInterruptedError", message }, retriable: true };
    const error = tooManySteps(doneSteps(this.steps.values()));
    return error && { kind: "failed", error, retriable: false };
  }

  /** Where the app is now: one that has been started again may answer at another address. */
  #address(): URL {
    this.config = this.engine.registry.get(this.run.functionId) ?? this.config;
    return new URL(this.config.steps.step.runtime.url);
  }

  async #nextChange(): Promise<void> {
    const signal = new Promise<void>((resolve) => {
      this.#onSignal = resolve;
    });
    const due = this.#nextDue();
    // Pending sleeps and retries go on while calls are in flight.
    const timer = due ? setTimeout(() => this.#onSignal?.(), Math.min(Math.max(0, due - Date.now()), 2 ** 31 - 1)) : undefined;
    const stopped = () => this.#onSignal?.();
    this.engine.stopping.addEventListener("abort", stopped, { once: true });
    if (!this.#signalled) await Promise.race([signal, ...[...this.#calls.values()].map((call) => call.promise)]);
    this.engine.stopping.removeEventListener("abort", stopped);
    clearTimeout(timer);
    this.#onSignal = undefined;
  }

  #nextDue(): number | undefined {
    const moments = [...this.steps.values()]
      .filter((step) => step.completedSeq === null && step.dueAt && !this.#calls.has(step.id))
      .map((step) => step.dueAt?.getTime() ?? 0);
    if (this.run.retryAt && this.#needsDiscovery() && !this.#calls.has(discoveryKey)) moments.push(this.run.retryAt.getTime());
    return moments.length > 0 ? Math.min(...moments) : undefined;
  }

  async #scheduleWake(): Promise<void> {
    const due = this.#nextDue();
    this.nextWake = due === undefined ? undefined : new Date(due);
    if (this.nextWake) await enqueueRun(this.engine.pool, this.runId, "timer", this.nextWake);
  }
}
