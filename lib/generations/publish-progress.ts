import { db } from "@/lib/db/client";
import { changeGenerations } from "@/lib/generations/change-generations";
import { cutText } from "@/lib/text/characters";
import { cleanText } from "@/lib/text/clean-text";

const minimumIntervalMs = 150;
const lastPublished = new Map<string, number>();

/**
 * Shows how far a batch is (0 to 1). At most one write in 150 ms a batch, so that an eager generator cannot flood the journal.
 * False once the batch is no longer wanted.
 */
export async function publishProgress(batchId: string, progress: number, message?: string): Promise<boolean> {
  const now = Date.now();
  if (progress < 1 && now - (lastPublished.get(batchId) ?? 0) < minimumIntervalMs) return true;
  if (progress < 1) lastPublished.set(batchId, now);
  else lastPublished.delete(batchId);
  const percent = Math.round(Math.min(Math.max(progress, 0), 1) * 10_000) / 100;
  // 100 belongs to what is complete.
  const changed = await changeGenerations(db(), { batchId }, "progress", {
    phase: "processing",
    progress: Math.min(percent, 99),
    progressMessage: message ? cutText(cleanText(message), 500) : null,
  });
  return changed.length > 0;
}
