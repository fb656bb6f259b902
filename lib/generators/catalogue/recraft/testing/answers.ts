import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const start = (status: number, body: unknown, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({ at: "start", status, body, ...more });

/**
 * https://www.recraft.ai/docs/api-reference/error-handling (read 2026-11-26) has `unauthorized` and `not-found`, and says that other bodies
 * are plain text or JSON, and that 429 and 5xx may come. Their words are ours.
 */
export const answers: Record<string, DocumentedAnswer> = {
  unauthorized: start(401, "request unauthorized"),
  "not-found": start(404, "404 page not found"),
  "bad-size": start(400, { code: "invalid_size", message: "size is not supported by this model" }),
  "bad-size-text": start(400, "size is not supported by this model"),
  "no-credit": start(400, { code: "not_enough_credits", message: "Not enough credits" }),
  moderated: start(400, { code: "moderation", message: "The prompt was rejected by content moderation" }),
  "too-many": start(429, "too many requests", { headers: { "retry-after": "4" } }),
  "too-many-silent": start(429, "too many requests"),
  "server-error": start(500, "internal server error"),
  unavailable: start(503, "service unavailable"),
  "error-with-200": start(200, { error: { message: "The model is not available" } }),
};
