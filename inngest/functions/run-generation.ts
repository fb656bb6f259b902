import { inngest } from "@/inngest/client";
import { generationCancelled, generationRequested } from "@/inngest/events";
import { failOutput } from "@/lib/generations/fail-output";
import { completeBatch } from "@/lib/generations/provider-jobs/complete-batch";
import { endBatch } from "@/lib/generations/provider-jobs/end-batch";
import { failBatch } from "@/lib/generations/provider-jobs/fail-batch";
import { startBatch } from "@/lib/generations/provider-jobs/start-batch";
import { storeProviderOutput } from "@/lib/generations/provider-jobs/store-provider-output";
import { storeOutput } from "@/lib/generations/store-output";
import { forEngine } from "./for-engine";
import { runAtProvider } from "./run-at-provider";
import { runStep, type Step } from "./run-step";
import { stepRetries } from "./step-retries";

/** From request to result: each step is done once, whatever is killed in between. The price was set aside when it was asked for. */
export const runGeneration = inngest.createFunction(
  {
    id: "run-generation",
    triggers: [generationRequested],
    cancelOn: [{ event: generationCancelled, if: "async.data.batchId == event.data.batchId" }],
    retries: stepRetries,
    onFailure: async ({ event, error, step }) => {
      const { batchId, tenantId } = event.data.event.data;
      await step.run("fail", () => failBatch(batchId, error));
      const settled = await step.run("settle", () => endBatch(batchId));
      // Its job may still cost something: it is stopped, or watched to its end.
      if (settled === "open") await step.sendEvent("stop", generationCancelled.create({ batchId, tenantId }));
    },
  },
  async ({ event, step }) => {
    const { batchId } = event.data;
    const started = await runStep(step, "start", batchId, () => startBatch(batchId));
    if (started === "done") return;
    let isClosed = false;
    if (started === "provider") {
      const done = await runAtProvider(step, batchId);
      if (!done) return;
      for (let index = 0; index < done.outputCount; index++) await storeStep(step, batchId, index, () => storeProviderOutput(done.jobId, index));
    } else {
      for (const [place, output] of started.entries())
        isClosed = await storeStep(step, batchId, output.outputIndex, async () => {
          await storeOutput(batchId, output);
          // The last one ends the batch with it: what is made here is quick, and each step costs.
          if (place === started.length - 1) await completeBatch(batchId);
        });
    }
    if (!isClosed) await step.run("complete", () => forEngine(completeBatch(batchId)));
  },
);

// What is wrong with one output ends that one and no other. Answers whether it was stored.
async function storeStep(step: Step, batchId: string, index: number, store: () => Promise<void>): Promise<boolean> {
  try {
    await runStep(step, `store-output-${index}`, batchId, store);
    return true;
  } catch (error) {
    const { name, message } = error as Error;
    await step.run(`fail-output-${index}`, () => failOutput(batchId, index, { name, message }));
    return false;
  }
}
