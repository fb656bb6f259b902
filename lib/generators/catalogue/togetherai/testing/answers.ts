import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, type: string, code: string | null, message: string, headers?: Record<string, string>) =>
  startAnswer(status, { id: "o1", error: { message, type, param: null, code } }, headers);

/** https://docs.together.ai/docs/error-codes (statuses), in the shape that `@ai-sdk/togetherai` 3.0.54 reads (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-request": said(400, "invalid_request_error", null, "width must be a multiple of 16"),
  "invalid-key": said(401, "invalid_request_error", "invalid_api_key", "Invalid API key provided"),
  "payment-required": said(402, "credit_limit", null, "Credit limit exceeded, please navigate to https://api.together.ai/settings/billing"),
  "not-found": said(404, "invalid_request_error", "model_not_available", "Unable to access model. Please visit https://api.together.ai/models"),
  "not-serverless": said(400, "invalid_request_error", "model_not_available", "Unable to access non-serverless model"),
  nsfw: said(422, "invalid_request_error", null, "Image rejected: NSFW content"),
  "rate-limit": said(429, "rate_limit", null, "Rate limit exceeded", { "retry-after": "13" }),
  "server-error": said(500, "server_error", null, "Internal server error"),
  overloaded: said(503, "service_unavailable", null, "The engine is overloaded, please try again later"),
  "gateway-timeout": said(504, "server_error", null, "Gateway timeout"),
  "node-overloaded": said(529, "service_unavailable", null, "Overloaded"),
  "error-with-200": startAnswer(200, { error: { message: "The worker ran out of memory", type: "server_error" } }),
};
