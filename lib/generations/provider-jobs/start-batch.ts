import { beginBatch, type Place } from "@/lib/generations/provider-jobs/prepare-inputs";
import { runGenerator } from "@/lib/generations/run-generator";
import type { StoredOutput } from "@/lib/generators/contract/define-generator";

/** Starts a batch. What is made on this machine is made at once, and its outputs are answered; all else is told its place. */
export async function startBatch(batchId: string): Promise<StoredOutput[] | Exclude<Place, "here">> {
  const { place, first } = await beginBatch(batchId);
  return place === "here" ? runGenerator(batchId, first) : place;
}
