import { deleteSentFile } from "@/lib/generations/artifacts/sent-file";
import { isUpload } from "@/lib/generations/artifacts/upload-name";
import { checkUpload } from "@/lib/generations/check-upload";
import { beginBatch, type Place } from "@/lib/generations/provider-jobs/prepare-inputs";
import { runGenerator } from "@/lib/generations/run-generator";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";

/** What came of the start of a batch: its outputs, or its place, or `done` where nothing is left to do. */
export type Started = StoredOutput[] | Exclude<Place, "here" | "unwanted"> | "done";

/** Starts a batch. What is made on this machine is made at once, and its outputs are answered; an upload is checked; all else is told its place. */
export async function startBatch(batchId: string): Promise<Started> {
  const { place, first } = await beginBatch(batchId);
  if (place === "provider") return place;
  if (place === "here" && !(first && isUpload(first))) return runGenerator(batchId, first);
  if (first) await checkUpload(first);
  // Also where it was canceled, or a try before this one came no further than this.
  await deleteSentFile(batchId);
  return "done";
}
