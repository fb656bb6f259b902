import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const error = (status: number, message: string, more: object = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { error: { message, type: "api_error", param: null, code: null, ...more } },
});

/**
 * Ollama's errors, and those that gateways such as OpenRouter send with status 200: https://docs.ollama.com/api/errors,
 * https://openrouter.ai/docs/api-reference/errors (read 2026-11-26). Other servers differ in their words.
 */
export const answers: Record<string, DocumentedAnswer> = {
  "wrong-key": error(401, "Invalid token"),
  "no-model": error(404, 'model "flux" not found, try pulling it first', { type: "not_found_error" }),
  "bad-request": error(400, "size is not supported"),
  "too-many": { ...error(429, "too many requests"), headers: { "retry-after": "3" } },
  "runner-stopped": error(500, "llama runner process has terminated"),
  loading: error(503, "server is busy, please try again"),
  "gateway-flagged": error(403, "Your chosen model requires moderation and your input was flagged", {
    code: 403,
    metadata: { reasons: ["violence"] },
  }),
  "gateway-402": error(200, "Insufficient credits", { code: 402 }),
  "gateway-429": error(200, "Rate limit exceeded", { code: 429 }),
  "gateway-502": error(200, "Provider returned error", { code: 502 }),
};
