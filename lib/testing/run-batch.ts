import { completeBatch } from "@/lib/generations/provider-jobs/complete-batch";
import { startBatch } from "@/lib/generations/provider-jobs/start-batch";
import { storeOutput } from "@/lib/generations/store-output";

/** Does what the durable function does with a batch that is made here, step by step, without an engine. */
export async function runBatch(batchId: string): Promise<void> {
  const started = await startBatch(batchId);
  if (!Array.isArray(started)) return;
  for (const output of started) await storeOutput(batchId, output);
  await completeBatch(batchId);
}
