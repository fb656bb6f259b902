import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const google = "type.googleapis.com/google.rpc";
const error = (code: number, status: string, message: string, details: object[] = [], more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status: code,
  body: { error: { code, message, status, details } },
  ...more,
});
const quota = (limit: number, id: string) =>
  `You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n* Quota exceeded for metric: generativelanguage.googleapis.com/${id}, limit: ${limit}, model: gemini-image\nPlease retry in 21.4s.`;
const retryIn = (seconds: number) => ({ "@type": `${google}.RetryInfo`, retryDelay: `${seconds}s` });
const omni = { askedBy: "google-gemini-omni-1-1-flash" };
const depleted = "Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects to manage your project and billing.";

/**
 * https://ai.google.dev/gemini-api/docs/troubleshooting, https://ai.google.dev/gemini-api/docs/rate-limits,
 * https://ai.google.dev/gemini-api/docs/billing, https://discuss.ai.google.dev/t/183654 (status 402) and
 * https://discuss.ai.google.dev/t/113924 (a limit of 0) (read 2026-11-26).
 */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-argument": error(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
  "invalid-key": error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [
    { "@type": `${google}.ErrorInfo`, reason: "API_KEY_INVALID", domain: "googleapis.com" },
  ]),
  "free-tier-country": error(
    400,
    "FAILED_PRECONDITION",
    "Gemini API free tier is not available in your country. Please enable billing on your project.",
  ),
  "prepay-402": error(402, "RESOURCE_EXHAUSTED", depleted),
  "prepay-429": error(429, "RESOURCE_EXHAUSTED", depleted),
  "permission-denied": error(403, "PERMISSION_DENIED", "Your API key doesn't have the required permissions."),
  "model-not-found": error(404, "NOT_FOUND", "models/gemini-image is not found for API version v1, or is not supported for generateContent."),
  "model-retired": error(404, "NOT_FOUND", "This model models/gemini-image is no longer available. Please update your code to use a newer model."),
  "file-not-found": error(404, "NOT_FOUND", "The requested resource wasn't found."),
  "quota-exceeded": error(429, "RESOURCE_EXHAUSTED", quota(10, "generate_content_paid_tier_requests"), [retryIn(22)]),
  "quota-of-zero": error(429, "RESOURCE_EXHAUSTED", quota(0, "generate_content_free_tier_requests"), [retryIn(22)]),
  "check-quota": error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
  internal: error(500, "INTERNAL", "An unexpected error occurred on Google's side."),
  unavailable: error(503, "UNAVAILABLE", "The service may be temporarily overloaded or down."),
  deadline: error(504, "DEADLINE_EXCEEDED", "The service is unable to finish processing within the deadline."),
  "prompt-blocked": { at: "end", body: { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } } },
  "image-safety": {
    at: "end",
    body: { candidates: [{ index: 0, finishReason: "IMAGE_SAFETY", finishMessage: "Unable to show the generated image." }] },
  },
  "image-other": {
    at: "end",
    body: { candidates: [{ index: 0, finishReason: "IMAGE_OTHER", finishMessage: "Unable to show the generated image." }] },
  },
  "omni-status-500": error(500, "INTERNAL", "An unexpected error occurred on Google's side.", [], { at: "status", ...omni }),
  "omni-failed": { at: "end", ...omni, body: { status: "failed", errors: [{ code: "internal", message: "The model failed." }] } },
  "omni-blocked": {
    at: "end",
    ...omni,
    body: { status: "failed", errors: [{ code: "content_blocked", message: "The prompt was blocked by the safety filters." }] },
  },
};
