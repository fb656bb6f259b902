import type { CallResult } from "./call-app";
import { inTransaction } from "./database";
import { retryDelay } from "./durations";
import { keepTrying } from "./engine";
import { type SerialisedError, toSerialisedError } from "./events";
import { maximumAttempts } from "./function-config";
import { type Operation, operationName } from "./operations";
import { recordPlan, UnsupportedStepError } from "./record-plans";
import type { RunActor } from "./run-actor";
import { type StepState, storeDiscovery, storeResult, storeRunRetry, storeStepRetry } from "./run-store";

type Failure = { error: SerialisedError; retriable: boolean; retryAt?: Date };

const resultOperations = new Set(["StepRun", "Step", "StepError", "StepFailed"]);

/** Stores what a call of the function as a whole brought: its end, the result of its next step, or steps to come. */
export async function applyDiscovery(actor: RunActor, answer: CallResult, seenSeq: number): Promise<void> {
  if (answer.kind === "unreachable") return;
  if (answer.kind === "completed") return actor.end({ status: "completed", output: answer.output });
  if (answer.kind === "failed") return retryRun(actor, answer);
  const complete = answer.operations.find((operation) => operation.op === "RunComplete");
  if (complete) return actor.end({ status: "completed", output: complete.data });
  const results = answer.operations.filter((operation) => resultOperations.has(operation.op));
  for (const operation of results) {
    if (operation.op === "StepError" && mayRetry(actor, actor.run.attempt)) {
      await retryRun(actor, { error: toSerialisedError(operation.error), retriable: true, retryAt: answer.retryAt });
    } else {
      await storeStepResult(actor, operation);
    }
  }
  const plans = answer.operations.filter((operation) => !resultOperations.has(operation.op));
  if (plans.length > 0) await storePlans(actor, plans, seenSeq);
}

/** Stores what a call of one planned step brought. */
export async function applyStepCall(actor: RunActor, answer: CallResult, step: StepState): Promise<void> {
  if (answer.kind === "unreachable") return;
  // The function can end without the step: it was planned, but the code no longer awaits it.
  if (answer.kind === "completed") return actor.end({ status: "completed", output: answer.output });
  if (answer.kind === "failed") {
    if (answer.retriable && mayRetry(actor, step.attempt)) return retryStep(actor, step, answer);
    return actor.end({ status: "failed", error: answer.error });
  }
  const operation = answer.operations.find((candidate) => candidate.id === step.id);
  if (!operation || !resultOperations.has(operation.op)) {
    const error = { name: "Error", message: `The app did not run the step "${step.name}" when asked to.` };
    if (mayRetry(actor, step.attempt)) return retryStep(actor, step, { error, retriable: true });
    return actor.end({ status: "failed", error });
  }
  if (operation.op === "StepError" && mayRetry(actor, step.attempt)) {
    return retryStep(actor, step, { error: toSerialisedError(operation.error), retriable: true, retryAt: answer.retryAt });
  }
  await storeStepResult(actor, operation);
}

function mayRetry(actor: RunActor, attempt: number): boolean {
  return attempt + 1 < maximumAttempts(actor.config);
}

function nextAttemptAt(actor: RunActor, attempt: number, failure: Failure): Date {
  return failure.retryAt ?? new Date(Date.now() + retryDelay(attempt, actor.engine.retryBaseMilliseconds));
}

async function retryRun(actor: RunActor, failure: Failure): Promise<void> {
  const { pool, logger } = actor.engine;
  if (!failure.retriable || !mayRetry(actor, actor.run.attempt)) {
    return actor.end({ status: "failed", error: failure.error });
  }
  const attempt = actor.run.attempt + 1;
  const retryAt = nextAttemptAt(actor, attempt, failure);
  await keepTrying(logger, () => storeRunRetry(pool, actor.runId, attempt, retryAt));
  actor.run = { ...actor.run, attempt, retryAt };
  logger.warn({ runId: actor.runId, function: actor.run.functionId, attempt, retryAt, error: failure.error.message }, "retrying");
}

async function retryStep(actor: RunActor, step: StepState, failure: Failure): Promise<void> {
  const { pool, logger } = actor.engine;
  const attempt = step.attempt + 1;
  const dueAt = nextAttemptAt(actor, attempt, failure);
  await keepTrying(logger, () => storeStepRetry(pool, actor.runId, step.id, attempt, dueAt));
  actor.steps.set(step.id, { ...step, attempt, dueAt });
  logger.warn({ runId: actor.runId, step: step.name, attempt, dueAt, error: failure.error.message }, "retrying a step");
}

async function storeStepResult(actor: RunActor, operation: Operation): Promise<void> {
  const { pool, logger } = actor.engine;
  const failed = operation.op === "StepFailed" || operation.op === "StepError";
  const error = failed ? toSerialisedError(operation.error) : null;
  const data = failed ? null : (operation.data ?? null);
  const name = operationName(operation);
  const base = { id: operation.id, op: operation.op, name };
  const result = error ? { ...base, status: "failed" as const, error } : { ...base, status: "completed" as const, data };
  const seq = await keepTrying(logger, () => storeResult(pool, actor.runId, result));
  // Nothing was stored: the run was cancelled meanwhile, or an earlier try of this write did arrive. The rows know.
  if (seq === undefined) return actor.signal();
  actor.run = { ...actor.run, attempt: 0, retryAt: null };
  actor.steps.set(operation.id, {
    id: operation.id,
    name,
    status: result.status,
    attempt: 0,
    dueAt: null,
    data,
    error,
    completedSeq: seq,
  });
}

async function storePlans(actor: RunActor, plans: Operation[], seenSeq: number): Promise<void> {
  const { pool, registry, logger } = actor.engine;
  let planned: (StepState | undefined)[] | undefined;
  try {
    planned = await keepTrying(logger, () =>
      inTransaction(pool, async (client) => {
        if (!(await storeDiscovery(client, actor.runId, seenSeq))) return undefined;
        const added: (StepState | undefined)[] = [];
        for (const operation of plans) added.push(await recordPlan(client, registry, actor.runId, operation));
        return added;
      }),
    );
  } catch (error) {
    if (!(error instanceof UnsupportedStepError)) throw error;
    return actor.end({ status: "failed", error: { name: error.name, message: error.message } });
  }
  if (!planned) return actor.signal();
  actor.run = { ...actor.run, discoveredSeq: seenSeq, attempt: 0, retryAt: null };
  for (const step of planned) if (step) actor.steps.set(step.id, step);
  // Stored already, but unknown here: an earlier try of this write did arrive.
  if (plans.some((operation) => !actor.steps.has(operation.id))) return actor.signal();
  const pending = [...actor.steps.values()].some((step) => step.completedSeq === null);
  if (!pending && actor.latestSeq() <= seenSeq) {
    const message = "The app reports only steps that are done, so the run cannot go on.";
    await actor.end({ status: "failed", error: { name: "Error", message } });
  }
}
