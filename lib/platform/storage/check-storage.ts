import { currentStorage } from "@/lib/platform/storage/current-storage";

const validityMs = 5000;

const kept = globalThis as { boardsStorageCheck?: { at: number; outcome: Promise<void> } };

/** Throws when nothing can be stored now. Looks at most once in five seconds, whoever asks. */
export function checkStorage(): Promise<void> {
  const last = kept.boardsStorageCheck;
  if (last && Date.now() - last.at < validityMs) return last.outcome;
  const outcome = currentStorage().check();
  kept.boardsStorageCheck = { at: Date.now(), outcome };
  return outcome;
}
