import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const detail = (status: number, type: string, code: string, message: string, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { detail: { type, code, message, status: code, request_id: "simulated", param: null } },
  ...more,
});

/**
 * https://elevenlabs.io/docs/eleven-api/resources/errors and https://help.elevenlabs.io/hc/en-us/articles/19572237925521
 * (read 2026-11-26). Bodies of `paid_plan_required` and `missing_permissions`: https://github.com/dograh-hq/dograh/issues/290,
 * https://github.com/VapiAI/docs/pull/1198
 */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-key": detail(401, "authentication_error", "invalid_api_key", "Invalid API key"),
  "missing-permissions": detail(
    401,
    "authentication_error",
    "missing_permissions",
    "The API key you used is missing the permission text_to_speech to execute this operation.",
  ),
  "quota-exceeded": detail(401, "authentication_error", "quota_exceeded", "This request exceeds your quota of 10000. You have 0 credits remaining."),
  "paid-plan": detail(
    402,
    "payment_required",
    "paid_plan_required",
    "Free users cannot use library voices via the API. Please upgrade your subscription to use this voice.",
  ),
  "payment-required": {
    at: "start",
    status: 402,
    body: { detail: { status: "payment_required", message: "Free users cannot use library voices via the API." } },
  },
  "against-policy": detail(403, "authorization_error", "content_against_policy", "The text may violate our Terms of Service and has been blocked."),
  "voice-not-found": detail(404, "not_found", "voice_not_found", "A voice with the voice_id was not found."),
  "too-long": detail(
    400,
    "validation_error",
    "max_character_limit_exceeded",
    "This request's text has 12000 characters and exceeds the limit of 10000.",
  ),
  "bad-prompt": {
    at: "start",
    status: 400,
    askedBy: "elevenlabs-music-v2-5",
    body: {
      detail: { status: "bad_prompt", message: "Your prompt appears to have violated our Terms of Service.", data: { prompt_suggestion: "x" } },
    },
  },
  "missing-field": { at: "start", status: 422, body: { detail: [{ loc: ["body", "text"], msg: "Field required", type: "missing" }] } },
  "concurrent-limit": detail(429, "rate_limit_error", "concurrent_limit_exceeded", "Too many concurrent requests.", {
    headers: { "retry-after": "2" },
  }),
  "system-busy": detail(429, "rate_limit_error", "system_busy", "Our services are experiencing high levels of traffic."),
  "internal-error": detail(500, "server_error", "internal_error", "An unexpected error occurred."),
  unavailable: detail(503, "server_error", "service_unavailable", "The service is temporarily unavailable."),
  "error-with-200": {
    ...detail(200, "server_error", "generation_failed", "The sound could not be made."),
    headers: { "content-type": "application/json" },
  },
};
