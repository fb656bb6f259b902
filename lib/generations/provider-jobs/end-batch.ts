import { deleteSentFile } from "@/lib/generations/artifacts/sent-file";
import { settleBatch } from "@/lib/generations/provider-jobs/settle-batch";

/** Cleans up after a batch that failed or was canceled: deletes what was sent to be checked, and settles what was set aside, unless a job is still open. */
export async function endBatch(batchId: string): Promise<"settled" | "open"> {
  await deleteSentFile(batchId);
  return settleBatch(batchId);
}
