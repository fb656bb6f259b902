import { showProgress } from "@/lib/generations/show-progress";
import { cutText } from "@/lib/platform/text/characters";
import { cleanText } from "@/lib/platform/text/clean-text";

/** Shows how far a batch is (0 to 1). False once the batch is no longer wanted. */
export async function publishProgress(batchId: string, progress: number, message?: string): Promise<boolean> {
  const percent = Math.round(Math.min(Math.max(progress, 0), 1) * 10_000) / 100;
  // 100 belongs to what is complete.
  const changed = await showProgress(batchId, {
    phase: "processing",
    progress: Math.min(percent, 99),
    progressMessage: message ? cutText(cleanText(message), 500) : null,
  });
  return changed.length > 0;
}
