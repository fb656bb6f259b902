import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

const error = (code: number, status: string, message: string, reason?: string): DocumentedAnswer => ({
  at: "start",
  status: code,
  body: {
    error: {
      code,
      message,
      status,
      ...(reason ? { details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "googleapis.com" }] } : {}),
    },
  },
});
const model = "projects/boards-project/locations/global/publishers/google/models/gemini-image";

/**
 * Statuses and their meaning: https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/api-errors (read 2026-11-26). The bodies
 * are those that people quote: https://github.com/rhel-lightspeed/linux-mcp-server/pull/450, https://github.com/genkit-ai/genkit/issues/4688,
 * https://github.com/GoogleCloudPlatform/vertex-ai-samples/issues/476.
 */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-key": error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", "API_KEY_INVALID"),
  "keys-not-taken": error(
    401,
    "UNAUTHENTICATED",
    "API keys are not supported by this API. Expected OAuth2 access token or other authentication credentials that assert a principal.",
    "CREDENTIALS_MISSING",
  ),
  "not-allowed": error(
    403,
    "PERMISSION_DENIED",
    `Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/${model}' (or it may not exist).`,
    "IAM_PERMISSION_DENIED",
  ),
  "not-enabled": error(
    403,
    "PERMISSION_DENIED",
    "Vertex AI API has not been used in project boards-project before or it is disabled.",
    "SERVICE_DISABLED",
  ),
  "no-billing": error(
    403,
    "PERMISSION_DENIED",
    "This API method requires billing to be enabled. Please enable billing on project #boards-project.",
    "BILLING_DISABLED",
  ),
  "model-not-found": error(
    404,
    "NOT_FOUND",
    `Publisher Model \`${model}\` was not found or your project does not have access to it. Please ensure you are using a valid model version.`,
  ),
  "invalid-argument": error(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
  "resource-exhausted": error(429, "RESOURCE_EXHAUSTED", "Resource exhausted. Please try again later."),
  cancelled: error(499, "CANCELLED", "The operation was cancelled."),
  internal: error(500, "INTERNAL", "Internal error encountered."),
  unavailable: error(503, "UNAVAILABLE", "The service is currently unavailable."),
  deadline: error(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete."),
  "prompt-blocked": { at: "end", body: { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } } },
  "image-safety": {
    at: "end",
    body: { candidates: [{ index: 0, finishReason: "IMAGE_SAFETY", finishMessage: "Unable to show the generated image." }] },
  },
  "image-other": {
    at: "end",
    body: { candidates: [{ index: 0, finishReason: "IMAGE_OTHER", finishMessage: "Unable to show the generated image." }] },
  },
};
