import { inngest } from "@/inngest/client";
import { generationCancelled, generationRequested } from "@/inngest/events";
import { completeBatch } from "@/lib/generations/complete-batch";
import { failBatch } from "@/lib/generations/fail-batch";
import { prepareInputs } from "@/lib/generations/prepare-inputs";
import { runGenerator } from "@/lib/generations/run-generator";
import { storeOutput } from "@/lib/generations/store-output";
import { forEngine } from "./for-engine";

/** From request to result: each step is done once, whatever is killed in between. */
export const runGeneration = inngest.createFunction(
  {
    id: "run-generation",
    triggers: [generationRequested],
    cancelOn: [{ event: generationCancelled, if: "async.data.batchId == event.data.batchId" }],
    retries: 3,
    onFailure: async ({ event, error, step }) => {
      const { batchId } = event.data.event.data;
      await step.run("fail", () => failBatch(batchId, error));
    },
  },
  async ({ event, step }) => {
    const { batchId } = event.data;
    const isWanted = await step.run("prepare-inputs", () => forEngine(prepareInputs(batchId)));
    if (!isWanted) return;
    const outputs = await step.run("run", () => forEngine(runGenerator(batchId)));
    for (const output of outputs) await step.run(`store-output-${output.outputIndex}`, () => forEngine(storeOutput(batchId, output)));
    await step.run("complete", () => forEngine(completeBatch(batchId)));
  },
);
