import type { ProviderJobState } from "@boards/client";
import type { Tone } from "../../_components/status-word";

/** The states of a job at a provider, in words and colour. */
export const jobStates: Record<ProviderJobState, { word: string; tone: Tone }> = {
  NEEDS_REVIEW: { word: "Needs a review", tone: "bad" },
  UNKNOWN: { word: "Being looked for", tone: "busy" },
  INTENT: { word: "About to start", tone: "muted" },
  SUBMITTED: { word: "At work", tone: "busy" },
  SUCCEEDED: { word: "Done", tone: "good" },
  FAILED: { word: "Failed", tone: "bad" },
  REFUSED: { word: "Not accepted", tone: "muted" },
  CANCELLED: { word: "Cancelled", tone: "muted" },
};
