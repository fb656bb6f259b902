import type { ProviderJobState } from "@boards/client";
import type { Tone } from "@/app/_components/status-word";

/** The colors of the states of a job at a provider, in the order in which they can be chosen. */
export const stateTones: Record<ProviderJobState, Tone> = {
  NEEDS_REVIEW: "bad",
  UNKNOWN: "busy",
  INTENT: "muted",
  SUBMITTED: "busy",
  SUCCEEDED: "good",
  FAILED: "bad",
  REFUSED: "muted",
  CANCELLED: "muted",
};
