import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const error = (status: number, name: string, sentence: string, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { id: "a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4", name, errors: [sentence] },
  ...more,
});
const audio = { askedBy: "stability-stable-audio-3" };
const flagged = "Your request was flagged by our content moderation system, as a result your request was denied and you were not charged.";

/** https://platform.stability.ai/docs/api-reference (read 2026-11-26); `unauthorized` and `payment-required` as people met them. */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": error(400, "bad_request", "some-field: is required"),
  unauthorized: error(401, "unauthorized", "missing or invalid api key"),
  "payment-required": error(
    402,
    "payment_required",
    "You lack sufficient credits to make this request. Please purchase more credits at https://platform.stability.ai/account/credits and try again.",
  ),
  "content-moderation": error(403, "content_moderation", flagged),
  "not-found": error(404, "not_found", "the requested resource does not exist"),
  "payload-too-large": error(413, "payload_too_large", "body: payloads cannot be larger than 10MiB in size"),
  "invalid-language": error(422, "invalid_language", "English is the only supported language for this service."),
  "public-figure": error(422, "public_figure", "Our system detected the likeness of a public figure in your image."),
  "rate-limit-exceeded": error(
    429,
    "rate_limit_exceeded",
    "You have exceeded the rate limit of 150 requests within a 10 second period, and have been timed out for 60 seconds.",
  ),
  "internal-error": error(500, "internal_error", "An unexpected server error has occurred, please try again later."),
  "content-filtered": { at: "end", body: { finish_reason: "CONTENT_FILTERED" } },
  "audio-moderated": error(403, "content_moderation", flagged, { at: "status", ...audio }),
  "audio-filtered": { at: "end", body: { finish_reason: "CONTENT_FILTERED" }, ...audio },
  "audio-status-500": error(500, "internal_error", "An unexpected server error has occurred, please try again later.", { at: "status", ...audio }),
};
