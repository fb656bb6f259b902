import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, message: string, headers?: Record<string, string>) =>
  startAnswer(status, { error: { object: "error", type: "invalid_request_error", message } }, headers);

/** https://docs.fireworks.ai/guides/inference-error-codes, and the statuses of a job that `@ai-sdk/fireworks` 3.0.62 reads (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": said(400, "Invalid input: aspect_ratio"),
  unauthorized: said(401, "The API key you provided is invalid."),
  "payment-required": said(402, "Payment required"),
  forbidden: said(403, "You do not have access to this resource"),
  "not-found": said(404, "Model not found, inaccessible, and/or not deployed"),
  suspended: said(412, "Account is suspended, possibly due to reaching the monthly spending limit"),
  "too-large": said(413, "Payload too large"),
  "too-many": said(429, "Request didn't generate first token before the given deadline", { "retry-after": "11" }),
  "server-error": said(500, "Internal server error"),
  "bad-gateway": said(502, "Bad gateway"),
  overloaded: said(503, "Service unavailable"),
  "no-id": startAnswer(200, { status: "queued" }),
  error: endAnswer({ status: "Error", result: null }),
  failed: endAnswer({ status: "Failed", result: null }),
  moderated: endAnswer({ status: "Error", result: null, details: { reason: "Request Moderated" } }),
  "status-503": { at: "status", status: 503, body: { error: { object: "error", message: "Service unavailable" } } },
};
