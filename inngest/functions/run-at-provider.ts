import { NonRetriableError } from "inngest";
import { providerJobChanged } from "@/inngest/events";
import { checkJob, jobError } from "@/lib/generations/provider-jobs/check-job";
import { lookForJob } from "@/lib/generations/provider-jobs/look-for-job";
import { submitJob } from "@/lib/generations/provider-jobs/submit-job";
import { forEngine } from "./for-engine";
import { pauseSeconds } from "./pause-seconds";
import { runStep, type Step } from "./run-step";

/**
 * Has a provider do a batch's work: submits once, waits as long as it takes. Answers the job, whose outputs are ready; null when an
 * admin has to decide first, whose decision begins a new run.
 */
export async function runAtProvider(step: Step, batchId: string): Promise<{ jobId: string; outputCount: number } | null> {
  for (let start = 1; ; start++) {
    const submitted = await runStep(step, `submit-${start}`, batchId, () => submitJob(batchId));
    if (submitted.state === "later") {
      await step.sleep(`submit-later-${start}`, submitted.seconds * 1000);
      continue;
    }
    const { jobId } = submitted;
    const looked = submitted.state === "unknown" ? await untilKnown(step, jobId, start) : "found";
    if (looked === "parked") return null;
    if (looked === "not accepted") continue;
    return { jobId, outputCount: await untilDone(step, jobId) };
  }
}

async function untilKnown(step: Step, jobId: string, start: number): Promise<"found" | "not accepted" | "parked"> {
  for (let look = 1; ; look++) {
    const looked = await step.run(`look-${start}-${look}`, () => forEngine(lookForJob(jobId)));
    if (looked.state !== "wait") return looked.state;
    await untilChanged(step, `look-again-${start}-${look}`, jobId, looked.seconds);
  }
}

async function untilDone(step: Step, jobId: string): Promise<number> {
  for (let check = 1; ; check++) {
    const checked = await step.run(`check-${check}`, () => forEngine(checkJob(jobId)));
    if (checked.state === "succeeded" && checked.outputCount > 0) return checked.outputCount;
    if (checked.state !== "open") throw await forFailure(step, jobId);
    await untilChanged(step, `wait-${check}`, jobId, pauseSeconds(check));
  }
}

async function forFailure(step: Step, jobId: string): Promise<Error> {
  const { name, message } = await step.run("read-failure", () => jobError(jobId));
  const error = new NonRetriableError(message);
  error.name = name;
  return error;
}

// A webhook ends the wait; without one it ends by itself, and the provider is asked.
async function untilChanged(step: Step, id: string, jobId: string, seconds: number) {
  await step.waitForEvent(id, { event: providerJobChanged, if: `async.data.jobId == "${jobId}"`, timeout: seconds * 1000 });
}
