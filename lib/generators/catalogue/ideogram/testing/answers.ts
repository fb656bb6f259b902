import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const start = (status: number, body: object, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({ at: "start", status, body, ...more });
const rejected = (status: number, reason: string, error: string) => start(status, { error, reject_reason: reason });
const unsafe = { object_type: "image", url: null, prompt: "a fox", resolution: "2048x2048", seed: 1, is_image_safe: false };

/**
 * https://developer.ideogram.ai/ideogram-api/errors, https://developer.ideogram.ai/ideogram-api/rate-limits and
 * https://developer.ideogram.ai/api-reference/generations/get-generation (read 2026-11-26). The sentences are ours where the reference has `any`.
 */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-request": start(400, { error: "size: 100x100 is not supported" }),
  "invalid-key": start(401, { message: "Access denied. Please verify you have valid authorization headers" }),
  "insufficient-funds": rejected(402, "insufficient_funds", "Insufficient credits."),
  "daily-limit": rejected(402, "daily_limit", "The daily limit is reached."),
  "subscription-required": rejected(402, "subscription_required", "This needs a subscription."),
  "no-access": start(403, { error: "Your organization has no access to this model" }),
  "not-found": start(404, { error: "Not found" }),
  "too-large": start(413, { error: "The upload is too large" }),
  unsafe: start(422, { error: "Prompt or provided image failed the safety checks" }),
  "inflight-limit": start(429, { error: "Too many in-flight requests.", reject_reason: "inflight_limit", max_inflight_requests: 10 }),
  "server-error": start(500, { error: "Internal server error" }),
  unavailable: start(503, { error: "The endpoint is temporarily unavailable" }),
  "polled-too-often": { at: "status", status: 429, headers: { "retry-after": "6" }, body: { error: "Too many requests" } },
  "status-500": { at: "status", status: 500, body: { error: "Internal server error" } },
  failed: { at: "end", body: { status: "failed", failure_reason: "internal_error" } },
  "content-policy-violation": { at: "end", body: { status: "failed", failure_reason: "content_policy_violation" } },
  "image-withheld": { at: "end", body: { status: "completed", response_type: "url", data: [unsafe] } },
};
