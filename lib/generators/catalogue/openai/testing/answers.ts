import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const error = (status: number, type: string, code: string | null, message: string, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { error: { message, type, param: null, code } },
  ...more,
});
const verify =
  "Your organization must be verified to use the model `gpt-image-2.6-flare`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.";
const quota = "You exceeded your current quota, please check your plan and billing details.";

/**
 * https://developers.openai.com/api/docs/guides/error-codes and
 * https://help.openai.com/en/articles/6614457-troubleshooting-api-usage-and-spend-limits (read 2026-11-26). The sentence about
 * verification, `moderation_blocked` and `image_generation_user_error` are known from https://community.openai.com/t/1361163 and from
 * people who met them.
 */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-key": error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: sk-…"),
  country: error(403, "request_forbidden", "unsupported_country_region_territory", "Country, region, or territory not supported"),
  "must-be-verified": error(403, "invalid_request_error", null, verify),
  "insufficient-quota": error(429, "insufficient_quota", "insufficient_quota", quota),
  "credit-exhausted": error(429, "insufficient_quota", "credit_balance_exhausted", "Your organization has no prepaid credits remaining."),
  "organization-spend-limit": error(429, "insufficient_quota", "organization_spend_limit_exceeded", "Your organization reached its spend limit."),
  "project-spend-limit": error(429, "insufficient_quota", "project_spend_limit_exceeded", "Your project reached its spend limit."),
  "organization-usage-limit": error(429, "insufficient_quota", "organization_usage_limit_exceeded", "Your organization reached its usage limit."),
  "billing-hard-limit": error(400, "billing_limit_user_error", "billing_hard_limit_reached", "Billing hard limit has been reached."),
  "rate-limited": error(429, "requests", "rate_limit_exceeded", "Rate limit reached for gpt-image-2.6-flare in organization org-…", {
    headers: { "retry-after": "12" },
  }),
  "rate-limited-ms": error(429, "requests", "rate_limit_exceeded", "Rate limit reached for gpt-image-2.6-flare in organization org-…", {
    headers: { "retry-after-ms": "2500", "retry-after": "3" },
  }),
  "slow-down": error(429, "rate_limit_error", "slow_down", "Please slow down."),
  "server-error": error(500, "server_error", null, "The server had an error while processing your request. Sorry about that!"),
  overloaded: error(503, "service_unavailable_error", "server_is_overloaded", "The engine is currently overloaded, please try again later."),
  "moderation-blocked": error(400, "image_generation_user_error", "moderation_blocked", "Your request was rejected by the safety system."),
  "content-policy": error(400, "invalid_request_error", "content_policy_violation", "Your request was rejected as a result of our safety system."),
  "user-error": error(
    400,
    "image_generation_user_error",
    "invalid_image_file",
    "Invalid image file or mode for image 1, please check your image file.",
  ),
  "user-error-refused": error(400, "image_generation_user_error", null, "Your request was rejected by the safety system."),
  "invalid-value": error(400, "invalid_request_error", "invalid_value", "Invalid value: '999x1'."),
  "model-not-found": error(
    404,
    "invalid_request_error",
    "model_not_found",
    "The model `gpt-image-2.6-flare` does not exist or you do not have access to it.",
  ),
  "model-deprecated": error(
    404,
    "invalid_request_error",
    null,
    "The model `gpt-image-2.6-flare` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations",
  ),
};
