import type { RunState, StepState } from "./run-store";
import { canonicalJson } from "./signatures";

// Above this the SDK is told to fetch the state itself (SDK spec 4.4.2), as Inngest does.
const largestBodyCharacters = 4 * 1024 * 1024;

/** What varies between the calls of one run. */
export type CallDetails = { callId: string; attempt: number; maximumAttempts: number; steps: Iterable<StepState> };

/** The memoized results in the form that the SDK reads, with the order in which they were completed. */
export function memoizedSteps(steps: Iterable<StepState>): { results: Record<string, unknown>; order: string[] } {
  const completed = [...steps]
    .filter((step) => step.completedSeq !== null)
    .sort((left, right) => (left.completedSeq ?? 0) - (right.completedSeq ?? 0));
  const results = Object.fromEntries(
    completed.map((step) => [step.id, step.status === "failed" ? { type: "error", error: step.error } : { type: "data", data: step.data ?? null }]),
  );
  return { results, order: completed.map((step) => step.id) };
}

/**
 * The body of a call request (SDK spec 4.4.1), as canonical JSON. `ctx.fn_id` and `ctx.qi_id` offer checkpointing: an SDK that takes it up
 * sends each step's result under that id before it begins the next step, all within the call.
 */
export function buildCallBody(run: RunState, details: CallDetails): string {
  const steps = [...details.steps];
  const { results, order } = memoizedSteps(steps);
  const body = (useApi: boolean) =>
    canonicalJson({
      version: -1, // The SDK decides.
      event: run.event,
      events: useApi ? [] : [run.event],
      steps: useApi ? {} : results,
      ctx: {
        run_id: run.id,
        fn_id: run.functionId,
        qi_id: details.callId,
        attempt: details.attempt,
        max_attempts: details.maximumAttempts,
        // While other steps are pending, a new one is planned and called by its id, so that steps run side by side.
        disable_immediate_execution: steps.some((step) => step.completedSeq === null),
        use_api: useApi,
        stack: { stack: order, current: order.length },
      },
    });
  const whole = body(false);
  return whole.length <= largestBodyCharacters ? whole : body(true);
}
