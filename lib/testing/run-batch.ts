import { completeBatch } from "@/lib/generations/provider-jobs/complete-batch";
import { prepareInputs } from "@/lib/generations/provider-jobs/prepare-inputs";
import { runGenerator } from "@/lib/generations/run-generator";
import { storeOutput } from "@/lib/generations/store-output";

/** Does what the durable function does, step by step, without an engine. */
export async function runBatch(batchId: string): Promise<void> {
  if ((await prepareInputs(batchId)) !== "here") return;
  for (const output of await runGenerator(batchId)) await storeOutput(batchId, output);
  await completeBatch(batchId);
}
