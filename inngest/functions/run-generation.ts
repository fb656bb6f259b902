import { inngest } from "@/inngest/client";
import { generationCancelled, generationRequested } from "@/inngest/events";
import { settleBatch } from "@/lib/credits/settle";
import { completeBatch } from "@/lib/generations/complete-batch";
import { failBatch } from "@/lib/generations/fail-batch";
import { prepareInputs } from "@/lib/generations/prepare-inputs";
import { runGenerator } from "@/lib/generations/run-generator";
import { storeOutput } from "@/lib/generations/store-output";
import { storeProviderOutput } from "@/lib/generations/store-provider-output";
import { forEngine } from "./for-engine";
import { runAtProvider } from "./run-at-provider";

/** From request to result: each step is done once, whatever is killed in between. The price was set aside when it was asked for. */
export const runGeneration = inngest.createFunction(
  {
    id: "run-generation",
    triggers: [generationRequested],
    cancelOn: [{ event: generationCancelled, if: "async.data.batchId == event.data.batchId" }],
    retries: 8,
    onFailure: async ({ event, error, step }) => {
      const { batchId, tenantId } = event.data.event.data;
      await step.run("fail", () => failBatch(batchId, error));
      const settled = await step.run("settle", () => settleBatch(batchId));
      // Its job may still cost something: it is stopped, or watched to its end.
      if (settled === "open") await step.sendEvent("stop", generationCancelled.create({ batchId, tenantId }));
    },
  },
  async ({ event, step }) => {
    const { batchId } = event.data;
    const place = await step.run("prepare-inputs", () => forEngine(prepareInputs(batchId)));
    if (place === "unwanted") return;
    if (place === "here") {
      const outputs = await step.run("run", () => forEngine(runGenerator(batchId)));
      for (const output of outputs) await step.run(`store-output-${output.outputIndex}`, () => forEngine(storeOutput(batchId, output)));
    } else {
      const done = await runAtProvider(step, batchId);
      if (!done) return;
      for (let index = 0; index < done.outputCount; index++)
        await step.run(`store-output-${index}`, () => forEngine(storeProviderOutput(done.jobId, index)));
    }
    await step.run("settle", () => forEngine(settleBatch(batchId)));
    await step.run("complete", () => forEngine(completeBatch(batchId)));
  },
);
