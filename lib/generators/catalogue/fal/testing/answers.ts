import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const typed = (status: number, type: string, msg: string, loc: string[] = ["body"]): DocumentedAnswer => ({
  at: "result",
  status,
  headers: { "x-fal-error-type": type },
  body: { detail: [{ loc, msg, type, url: `https://docs.fal.ai/errors#${type}`, input: null }] },
});

const flat = (status: number, error_type: string, detail: string): DocumentedAnswer => ({
  at: "result",
  status,
  headers: { "x-fal-error-type": error_type },
  body: { detail, error_type },
  statusFields: { error: detail, error_type },
});

const atStart = (status: number, detail: unknown, more: object = {}): DocumentedAnswer => ({ at: "start", status, body: { detail, ...more } });

/**
 * Model errors (`detail` is a list) and request errors (`error_type` beside a sentence):
 * https://fal.ai/docs/documentation/model-apis/errors, https://fal.ai/docs/documentation/model-apis/request-errors (read 2026-11-26).
 * Locked accounts are known from https://github.com/fal-ai/fal/issues/1147, 1163 and 1168 alone.
 */
export const answers: Record<string, DocumentedAnswer> = {
  "no-key": atStart(401, "Authentication is required to access this application."),
  "exhausted-balance": atStart(403, "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing."),
  "top-up": atStart(403, "User is locked. Reason: TOP_UP."),
  "admin-lock": atStart(403, "User is locked. Reason: Admin lock. Please contact support@fal.ai"),
  "app-not-found": atStart(404, "Application not found"),
  "missing-field": atStart(422, [{ loc: ["body", "prompt"], msg: "Field required", type: "missing" }]),
  "too-many-requests": { ...atStart(429, "Too many concurrent requests"), headers: { "retry-after": "7" } },
  "start-internal-error": atStart(500, "An unexpected internal error occurred.", { error_type: "internal_error" }),
  "start-unavailable": { ...atStart(503, "Service Unavailable"), headers: { "retry-after": "4" } },
  "error-with-200": atStart(200, undefined, { error: "The application is being updated" }),
  "content-policy": typed(422, "content_policy_violation", "The content could not be processed because it was flagged by a content checker."),
  "image-too-small": typed(422, "image_too_small", "Image dimensions are too small. Minimum dimensions are 300x300 pixels.", ["body", "image_url"]),
  "file-download": typed(422, "file_download_error", "Failed to download the file. Please check if the URL is accessible.", ["body", "image_url"]),
  "no-media": typed(422, "no_media_generated", "The model did not generate any media."),
  "downstream-error": typed(400, "downstream_service_error", "Downstream service error"),
  "downstream-unavailable": typed(500, "downstream_service_unavailable", "Downstream service unavailable"),
  "internal-server-error": typed(500, "internal_server_error", "Internal server error"),
  "generation-timeout": typed(504, "generation_timeout", "Generation timeout"),
  "request-timeout": flat(504, "request_timeout", "Request timed out"),
  "startup-timeout": flat(504, "startup_timeout", "Runner did not start in time"),
  "runner-scheduling": flat(503, "runner_scheduling_failure", "No runner could be allocated"),
  "runner-connection-timeout": flat(503, "runner_connection_timeout", "Connection to the runner timed out"),
  "runner-disconnected": flat(503, "runner_disconnected", "Runner disconnected unexpectedly"),
  "runner-refused": flat(503, "runner_connection_refused", "Runner refused the connection"),
  "runner-connection": flat(503, "runner_connection_error", "Connection error with the runner"),
  "runner-incomplete": flat(502, "runner_incomplete_response", "Runner sent an incomplete response"),
  "runner-server-error": flat(500, "runner_server_error", "Runner encountered an internal server error"),
  "internal-error": flat(500, "internal_error", "An unexpected internal error occurred"),
  "bad-request": flat(400, "bad_request", "Invalid timeout header"),
  "client-cancelled": flat(499, "client_cancelled", "Request was cancelled by the client"),
  "client-disconnected": flat(499, "client_disconnected", "Client disconnected"),
  "result-gone": { at: "result", status: 404, body: { detail: "Request not found" } },
  "result-too-many": { at: "result", status: 429, body: { detail: "The model is over its rate limit" } },
  "result-with-200": { at: "result", status: 200, body: { error: "The worker ran out of memory" } },
  "status-500": { at: "status", status: 500, body: { detail: "Internal Server Error" } },
};
