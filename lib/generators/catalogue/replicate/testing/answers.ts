import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const start = (status: number, body: object, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { ...body, status },
  ...more,
});
const failed = (error: string): DocumentedAnswer => ({ at: "end", body: { status: "failed", error } });

/**
 * https://replicate.com/docs/reference/http, https://replicate.com/docs/reference/error-codes,
 * https://replicate.com/docs/topics/predictions/rate-limits, https://replicate.com/docs/topics/billing/prepaid-credit (read 2026-11-26).
 * `retry_after`: https://github.com/nodetool-ai/nodetool/issues/5196
 */
export const answers: Record<string, DocumentedAnswer> = {
  "no-token": start(401, { title: "Unauthenticated", detail: "You did not pass a valid authentication token" }),
  "no-credit": start(402, {
    title: "Insufficient credit",
    detail: "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.",
  }),
  "model-gone": start(404, { title: "Not found", detail: "The requested resource could not be found." }),
  "version-gone": start(422, {
    title: "Invalid version or not permitted",
    detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
  }),
  "invalid-input": start(422, { title: "Input validation failed", detail: "- input: prompt is required\n" }),
  throttled: start(429, { detail: "Request was throttled. Your rate limit resets in ~30s." }),
  "throttled-low-credit": start(429, {
    detail: "Request was throttled. Your rate limit for creating predictions is reduced while you have less than $5.0 in credit.",
    retry_after: 5,
  }),
  "server-error": start(500, { detail: "Internal server error" }),
  unavailable: start(503, { detail: "Service unavailable" }),
  "error-with-200": { at: "start", status: 200, body: { detail: "The model is being updated" } },
  e1000: failed("Prediction failed for an unknown reason. (E1000)"),
  e1001: failed("The model ran out of memory. (E1001)"),
  e6716: failed("The prediction did not start in time. (E6716)"),
  e005: failed("The input or output was flagged as sensitive. Please try again with different inputs. (E005)"),
  aborted: { at: "end", body: { status: "aborted", error: null } },
  "status-502": { at: "status", status: 502, body: { detail: "Bad gateway" } },
};
