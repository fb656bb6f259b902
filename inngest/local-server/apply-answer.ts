import type { CallResult } from "./call-app";
import { inTransaction } from "./database";
import { retryDelay } from "./durations";
import type { RunOutcome } from "./end-run";
import { type Engine, keepTrying } from "./engine";
import { type SerializedError, toSerializedError } from "./events";
import { type FunctionConfig, maximumAttempts } from "./function-config";
import { type Operation, operationName } from "./operations";
import { recordPlan, UnsupportedStepError } from "./record-plans";
import { doneSteps, outputTooLarge, sizeOf, stateTooLarge, tooManySteps } from "./run-limits";
import { isActive, type RunState, type StepState, storeDiscovery, storeResult, storeRunRetry, storeStepRetry } from "./run-store";

/** A run that is being worked on, as far as an answer may change it. */
export interface RunProgress {
  readonly engine: Engine;
  readonly runId: string;
  readonly config: FunctionConfig;
  run: RunState;
  steps: Map<string, StepState>;
  /** Ends the run. */
  end(outcome: RunOutcome): Promise<void>;
  /** Says that the rows know better than memory. */
  signal(): void;
  /** The newest completed step. */
  latestSeq(): number;
}

/** However late an app asks to be tried again, Inngest waits no longer. */
const longestRetryMilliseconds = 24 * 60 * 60 * 1_000;

type Failure = { error: SerializedError; retriable: boolean; retryAt?: Date };

const resultOperations = new Set(["StepRun", "Step", "StepError", "StepFailed"]);

/** Stores what a call of the function as a whole brought: its end, the result of its next step, or steps to come. */
export async function applyDiscovery(progress: RunProgress, answer: CallResult, seenSeq: number): Promise<void> {
  if (answer.kind === "unreachable") return;
  if (answer.kind === "completed") return complete(progress, answer.output);
  if (answer.kind === "failed") return retryRun(progress, answer);
  const end = answer.operations.find((operation) => operation.op === "RunComplete");
  if (end) return complete(progress, end.data);
  const results = answer.operations.filter((operation) => resultOperations.has(operation.op));
  for (const operation of results) {
    if (operation.op === "StepError" && mayRetry(progress, progress.run.attempt)) {
      await retryRun(progress, { error: toSerializedError(operation.error), retriable: true, retryAt: answer.retryAt });
    } else {
      await storeStepResult(progress, operation);
    }
  }
  const plans = answer.operations.filter((operation) => !resultOperations.has(operation.op));
  if (plans.length > 0) await storePlans(progress, plans, seenSeq);
}

/**
 * Stores results that a call sends before it goes on; one that is stored already stays as it is. Answers whether the run goes on: not when
 * it has ended.
 */
export async function applyCheckpoint(progress: RunProgress, operations: Operation[]): Promise<boolean> {
  for (const operation of operations) await storeStepResult(progress, operation);
  if (tooManySteps(doneSteps(progress.steps.values()))) return false;
  const areKnown = operations.every(({ id }) => typeof progress.steps.get(id)?.completedSeq === "number");
  return areKnown || (await isActive(progress.engine.pool, progress.runId));
}

/** Whether an operation is a result that may be sent before the call goes on. */
export const isResult = (operation: Operation): boolean => operation.op === "StepRun" || operation.op === "Step";

/** Stores what a call of one planned step brought. */
export async function applyStepCall(progress: RunProgress, answer: CallResult, step: StepState): Promise<void> {
  if (answer.kind === "unreachable") return;
  // The function can end without the step: it was planned, but the code no longer awaits it.
  if (answer.kind === "completed") return complete(progress, answer.output);
  if (answer.kind === "failed") {
    if (answer.retriable && mayRetry(progress, step.attempt)) return retryStep(progress, step, answer);
    return progress.end({ status: "failed", error: answer.error });
  }
  const operation = answer.operations.find((candidate) => candidate.id === step.id);
  if (!operation || !resultOperations.has(operation.op)) {
    const error = { name: "Error", message: `The app did not run the step "${step.name}" when asked to.` };
    if (mayRetry(progress, step.attempt)) return retryStep(progress, step, { error, retriable: true });
    return progress.end({ status: "failed", error });
  }
  if (operation.op === "StepError" && mayRetry(progress, step.attempt)) {
    return retryStep(progress, step, {
      error: toSerializedError(operation.error),
      retriable: true,
      retryAt: answer.retryAt,
    });
  }
  await storeStepResult(progress, operation);
}

function complete(progress: RunProgress, output: unknown): Promise<void> {
  const error = outputTooLarge("The function", sizeOf(output));
  return progress.end(error ? { status: "failed", error } : { status: "completed", output });
}

function mayRetry(progress: RunProgress, attempt: number): boolean {
  return attempt + 1 < maximumAttempts(progress.config);
}

function nextAttemptAt(progress: RunProgress, attempt: number, failure: Failure): Date {
  const { retryAt } = failure;
  if (retryAt) return new Date(Math.min(retryAt.getTime(), Date.now() + longestRetryMilliseconds));
  return new Date(Date.now() + retryDelay(attempt, progress.engine.retryBaseMilliseconds));
}

async function retryRun(progress: RunProgress, failure: Failure): Promise<void> {
  const { pool, logger } = progress.engine;
  if (!failure.retriable || !mayRetry(progress, progress.run.attempt)) {
    return progress.end({ status: "failed", error: failure.error });
  }
  const attempt = progress.run.attempt + 1;
  const retryAt = nextAttemptAt(progress, attempt, failure);
  await keepTrying(logger, () => storeRunRetry(pool, progress.runId, { attempt, at: retryAt, error: failure.error }));
  progress.run = { ...progress.run, attempt, interruptions: 0, retryAt };
  logger.warn({ runId: progress.runId, function: progress.run.functionId, attempt, retryAt, error: failure.error.message }, "retrying");
}

async function retryStep(progress: RunProgress, step: StepState, failure: Failure): Promise<void> {
  const { pool, logger } = progress.engine;
  const attempt = step.attempt + 1;
  const dueAt = nextAttemptAt(progress, attempt, failure);
  await keepTrying(logger, () => storeStepRetry(pool, progress.runId, step.id, { attempt, at: dueAt, error: failure.error }));
  progress.run = { ...progress.run, interruptions: 0 };
  progress.steps.set(step.id, { ...step, attempt, dueAt });
  logger.warn({ runId: progress.runId, step: step.name, attempt, dueAt, error: failure.error.message }, "retrying a step");
}

async function storeStepResult(progress: RunProgress, operation: Operation): Promise<void> {
  const { pool, logger, largestStateBytes } = progress.engine;
  const failed = operation.op === "StepFailed" || operation.op === "StepError";
  const error = failed ? toSerializedError(operation.error) : null;
  const data = failed ? null : (operation.data ?? null);
  const name = operationName(operation);
  const bytes = sizeOf(data ?? error);
  const problem = outputTooLarge(`The step "${name}"`, bytes) ?? stateTooLarge(progress.run, progress.steps.values(), bytes, largestStateBytes);
  if (problem) return progress.end({ status: "failed", error: problem });
  const base = { id: operation.id, op: operation.op, name };
  const result = error ? { ...base, status: "failed" as const, error } : { ...base, status: "completed" as const, data };
  const seq = await keepTrying(logger, () => storeResult(pool, progress.runId, result));
  // Nothing was stored: the run was canceled meanwhile, or an earlier try of this write did arrive. The rows know.
  if (seq === undefined) return progress.signal();
  progress.run = { ...progress.run, attempt: 0, interruptions: 0, retryAt: null };
  progress.steps.set(operation.id, {
    id: operation.id,
    name,
    status: result.status,
    attempt: 0,
    dueAt: null,
    data,
    error,
    bytes,
    completedSeq: seq,
  });
}

async function storePlans(progress: RunProgress, plans: Operation[], seenSeq: number): Promise<void> {
  const { pool, registry, logger } = progress.engine;
  const tooMany = tooManySteps(plans.length - 1);
  if (tooMany) return progress.end({ status: "failed", error: tooMany });
  let planned: (StepState | undefined)[] | undefined;
  try {
    planned = await keepTrying(logger, () =>
      inTransaction(pool, async (client) => {
        if (!(await storeDiscovery(client, progress.runId, seenSeq))) return undefined;
        const added: (StepState | undefined)[] = [];
        for (const operation of plans) added.push(await recordPlan(client, registry, progress.runId, operation));
        return added;
      }),
    );
  } catch (error) {
    if (!(error instanceof UnsupportedStepError)) throw error;
    return progress.end({ status: "failed", error: { name: error.name, message: error.message } });
  }
  if (!planned) return progress.signal();
  progress.run = { ...progress.run, discoveredSeq: seenSeq, attempt: 0, interruptions: 0, retryAt: null };
  for (const step of planned) if (step) progress.steps.set(step.id, step);
  // Stored already, but unknown here: an earlier try of this write did arrive.
  if (plans.some((operation) => !progress.steps.has(operation.id))) return progress.signal();
  const pending = [...progress.steps.values()].some((step) => step.completedSeq === null);
  if (!pending && progress.latestSeq() <= seenSeq) {
    const message = "The app reports only steps that are done, so the run cannot go on.";
    await progress.end({ status: "failed", error: { name: "Error", message } });
  }
}
