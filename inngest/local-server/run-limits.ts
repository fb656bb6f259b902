import type { SerializedError } from "./events";
import type { RunState, StepState } from "./run-store";

/* As much as Inngest allows a run: https://www.inngest.com/docs/usage-limits/inngest and its source, pkg/consts. */
const largestOutputBytes = 4 * 1024 * 1024;
export const largestStateBytes = 32 * 1024 * 1024;
const mostSteps = 1_000;

/** How large a result is where it is kept. */
export const sizeOf = (result: unknown): number => (result === null || result === undefined ? 0 : Buffer.byteLength(JSON.stringify(result)));

/** What is wrong with an output that Inngest would not take; undefined when it is small enough. */
export function outputTooLarge(what: string, bytes: number): SerializedError | undefined {
  if (bytes <= largestOutputBytes) return undefined;
  const message = `${what} returned ${bytes} bytes; Inngest keeps ${largestOutputBytes} at most. Store what is large, and return its key.`;
  return { name: "OutputTooLarge", message };
}

/** What is wrong with a run that was to keep so many bytes more, beside its event and the results of its steps; undefined when they fit. */
export function stateTooLarge(run: RunState, steps: Iterable<StepState>, bytes: number, most: number): SerializedError | undefined {
  let sum = run.eventBytes + bytes;
  for (const step of steps) sum += step.bytes;
  if (sum <= most) return undefined;
  return { name: "InngestErrStateOverflowed", message: `The function run exceeded the state size limit of ${most} bytes.` };
}

/** How many steps have a result. */
export const doneSteps = (steps: Iterable<StepState>): number => [...steps].filter(({ completedSeq }) => completedSeq !== null).length;

/** What is wrong with a run that goes on after so many steps are done; undefined when it may. */
export function tooManySteps(count: number): SerializedError | undefined {
  if (count < mostSteps) return undefined;
  return { name: "InngestErrFunctionOverflowed", message: `The function run exceeded the step limit of ${mostSteps} steps.` };
}
