import { deleteSentFile } from "@/lib/generations/artifacts/sent-file";
import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { checkUpload } from "@/lib/generations/check-upload";
import { completeBatch } from "@/lib/generations/provider-jobs/complete-batch";
import { beginBatch, type Place } from "@/lib/generations/provider-jobs/prepare-inputs";
import { settleBatch } from "@/lib/generations/provider-jobs/settle-batch";
import { runGenerator } from "@/lib/generations/run-generator";
import { storeOutput } from "@/lib/generations/store-output";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";

/** What came of the start of a batch: its outputs, or its place, or `done` where nothing is left to do. */
export type Started = StoredOutput[] | Exclude<Place, "here" | "unwanted"> | "done";

/**
 * Starts a batch. What is made on this machine is made at once, and its outputs are answered, unless they are finished already; an upload is checked;
 * all else is told its place.
 */
export async function startBatch(batchId: string): Promise<Started> {
  const { place, first, isFirstTry } = await beginBatch(batchId);
  if (place === "provider") return place;
  if (place === "here" && !(first && isUpload(first))) return finishTexts(batchId, await runGenerator(batchId, { first, isFirstTry }));
  if (first) await checkUpload(first);
  // It was canceled, or a try before this one came to its last output and no further.
  else await settleBatch(batchId);
  await deleteSentFile(batchId);
  return "done";
}

// A text has no previews that take their time, and a step for it costs more than it does. What goes wrong here is done by its own step, and told there.
async function finishTexts(batchId: string, outputs: StoredOutput[]): Promise<Started> {
  if (outputs.some(({ artifactType }) => artifactType !== "text")) return outputs;
  try {
    for (const output of outputs) await storeOutput(batchId, output);
    await completeBatch(batchId);
    return "done";
  } catch {
    return outputs;
  }
}
