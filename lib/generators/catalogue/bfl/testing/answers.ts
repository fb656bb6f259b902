import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const start = (status: number, detail: unknown, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { detail },
  ...more,
});
const ended = (status: string, details: object | null = null): DocumentedAnswer => ({ at: "end", body: { status, result: null, details } });

/** https://docs.bfl.ai/api_integration/errors and https://docs.bfl.ai/api-reference/utility/get-result (read 2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": start(400, "There was an issue with the format of your request"),
  "no-credit": start(402, "Insufficient credits"),
  forbidden: start(403, "Not authenticated"),
  "not-found": start(404, "Not Found"),
  "missing-field": start(422, [{ loc: ["body", "prompt"], msg: "Field required", type: "missing" }]),
  "key-format": start(422, "Invalid API key format"),
  "too-many": start(429, "Rate limit exceeded"),
  "server-error": start(500, "Internal Server Error"),
  unavailable: start(503, "Service Unavailable", { headers: { "retry-after": "6" } }),
  "error-with-200": { at: "start", status: 200, body: { detail: "The model is not available" } },
  "request-moderated": ended("Request Moderated", { "Moderation Reasons": ["Derivative Works Filter"] }),
  "content-moderated": ended("Content Moderated", { "Moderation Reasons": ["Content"] }),
  error: ended("Error", { error: "Generation failed" }),
  failed: ended("Failed"),
  "failed-503": { at: "status", status: 503, body: { status: "Error", result: null, details: { error: "Generation failed" } } },
  "status-503": { at: "status", status: 503, body: { detail: "Service Unavailable" } },
};
