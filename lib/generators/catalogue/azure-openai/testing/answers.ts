import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const error = (status: number, code: string | null, message: string, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at: "start",
  status,
  body: { error: { code, message } },
  ...more,
});
const filtered =
  "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.";

/**
 * https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter (read 2026-11-26) has `content-filter` and
 * `answer-filtered`; the others are Azure's sentences as people quote them.
 */
export const answers: Record<string, DocumentedAnswer> = {
  "wrong-key": error(
    401,
    "401",
    "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.",
  ),
  firewall: error(403, "403", "Access denied due to Virtual Network/Firewall rules."),
  blocked: error(403, "403", "Your resource has been temporarily blocked because we detected behavior that may violate our content policy."),
  "no-deployment": error(
    404,
    "DeploymentNotFound",
    "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.",
  ),
  "no-resource": error(404, "404", "Resource not found"),
  "content-filter": {
    at: "start",
    status: 400,
    body: {
      error: {
        message: filtered,
        type: null,
        param: "prompt",
        code: "content_filter",
        status: 400,
        innererror: { code: "ResponsibleAIPolicyViolation", content_filter_result: { violence: { filtered: true, severity: "medium" } } },
      },
    },
  },
  "image-filter": error(400, "contentFilter", "Your task failed as a result of our safety system."),
  "bad-request": {
    at: "start",
    status: 400,
    body: { error: { message: "Invalid value: '999x1'.", type: "invalid_request_error", param: "size", code: "invalid_value" } },
  },
  "rate-limited": error(429, "429", "Requests to the Image Generations Operation have exceeded call rate limit. Please retry after 13 seconds.", {
    headers: { "retry-after": "13" },
  }),
  "no-capacity": error(429, "NoCapacity", "The system is currently experiencing high demand and cannot process your request."),
  timeout: error(408, "Timeout", "The operation was timeout."),
  "server-error": error(500, "InternalServerError", "The server had an error while processing your request."),
  unavailable: error(503, "ServiceUnavailable", "The service is temporarily unable to process your request.", { headers: { "retry-after": "8" } }),
};
