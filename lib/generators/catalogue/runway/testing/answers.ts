import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const start = (status: number, error: string, more: Partial<DocumentedAnswer> & { issues?: object[] } = {}): DocumentedAnswer => {
  const { issues, ...rest } = more;
  return { at: "start", status, body: { error, ...(issues ? { issues } : {}), docUrl: "https://docs.dev.runwayml.com/api" }, ...rest };
};
const failed = (failureCode: string, failure: string): DocumentedAnswer => ({ at: "end", body: { status: "FAILED", failureCode, failure } });

/**
 * https://docs.dev.runwayml.com/errors/errors and https://docs.dev.runwayml.com/errors/task-failures (read 2026-11-26).
 */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-input": start(400, "Validation of body failed", { issues: [{ code: "custom", message: "Too long", path: ["promptText"] }] }),
  "model-gone": start(400, "Validation of body failed", { issues: [{ code: "invalid_union", message: "Invalid input", path: ["model"] }] }),
  "no-credit": start(400, "You do not have enough credits to run this task."),
  "invalid-key": start(401, "The provided API key is not valid."),
  "not-available": start(404, "The referenced resource is not available."),
  "too-many": start(429, "You have made too many requests.", { headers: { "retry-after": "8" } }),
  "shedding-502": start(502, "Runway is shedding load."),
  "shedding-503": start(503, "Runway is shedding load."),
  "overloaded-504": start(504, "Runway is overloaded."),
  "error-with-200": start(200, "The model is not available."),
  "safety-input": failed("SAFETY.INPUT.TEXT", "The prompt was rejected by content moderation."),
  "safety-output": failed("SAFETY.OUTPUT.VIDEO", "The output was rejected by content moderation."),
  "preprocessing-safety": failed("INPUT_PREPROCESSING.SAFETY.TEXT", "The prompt was rejected by content moderation."),
  "preprocessing-internal": failed("INPUT_PREPROCESSING.INTERNAL", "The inputs could not be prepared."),
  "bad-output": failed("INTERNAL.BAD_OUTPUT.CODE01", "The generation was rejected for its quality."),
  internal: failed("INTERNAL", "An unexpected error occurred."),
  "invalid-asset": failed("ASSET.INVALID", "One of the files is not a video."),
  "third-party": failed("THIRD_PARTY.SAFETY", "The request was rejected by a third party's content moderation."),
  "status-429": start(429, "You have made too many requests.", { at: "status", headers: { "retry-after": "8" } }),
};
