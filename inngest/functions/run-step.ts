import type { GetStepTools } from "inngest";
import type { inngest } from "@/inngest/client";
import { type Waiting, waitOut } from "@/lib/generations/wait-out";
import { env } from "@/lib/platform/env";
import { forEngine } from "./for-engine";
import { pauseSeconds } from "./pause-seconds";

export type Step = GetStepTools<typeof inngest>;

/** Does a step of a batch once. While the storage is full or away it waits, with growing pauses and as long as it takes, which uses up no try. */
export async function runStep<T>(step: Step, id: string, batchId: string, work: () => Promise<T>): Promise<T> {
  for (let look = 1; ; look++) {
    const isAgain = look > 1;
    const done: unknown = await step.run(isAgain ? `${id}-again-${look}` : id, () => forEngine(waitOut(batchId, isAgain, work)));
    if (!isWaiting(done)) return done as T;
    // A generation that shows no sign of life for BOARDS_JOB_TIMEOUT is ended.
    await step.sleep(`${id}-wait-${look}`, Math.min(pauseSeconds(look), env().jobTimeoutSeconds / 2) * 1000);
  }
}

const isWaiting = (done: unknown): done is Waiting => typeof done === "object" && done !== null && (done as Partial<Waiting>).isWaiting === true;
