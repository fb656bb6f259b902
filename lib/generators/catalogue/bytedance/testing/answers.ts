import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, code: string, message: string) =>
  startAnswer(status, { error: { code, message, param: "", type: status < 500 ? "BadRequest" : "InternalServerError" } });
const ended = (code: string, message: string) => ({
  ...endAnswer({ status: "failed", content: null, error: { code, message } }),
  askedBy: "bytedance-seedance-2-0",
});

/** The codes of https://docs.byteplus.com/en/docs/ModelArk/1299023, in the shape that `@ai-sdk/bytedance` 1.0.29 reads (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "missing-parameter": said(400, "MissingParameter", "The request is missing the required parameter: prompt."),
  "invalid-parameter": said(400, "InvalidParameter", "The parameter `size` specified in the request is not valid."),
  "input-text-sensitive": said(
    400,
    "InputTextSensitiveContentDetected",
    "The request failed because the input text may contain sensitive information.",
  ),
  "input-image-sensitive": said(
    400,
    "InputImageSensitiveContentDetected",
    "The request failed because the input image may contain sensitive information.",
  ),
  unauthorized: said(401, "AuthenticationError", "The API key in the request is missing or invalid."),
  overdue: said(403, "AccountOverdueError", "The request failed because your account has an overdue balance."),
  "access-denied": said(403, "AccessDenied", "The request failed because you do not have access to the requested resource."),
  "not-activated": said(404, "ModelNotOpen", "Your account has not activated the model. Please activate the model service in the Ark Console."),
  "not-found": said(404, "InvalidEndpointOrModel.NotFound", "The model or endpoint does not exist or you do not have access to it."),
  "limit-set": said(
    429,
    "SetLimitExceeded",
    "Your account has reached the set inference limit for the model, and the model service has been paused.",
  ),
  "rate-limit": said(
    429,
    "ModelAccountRpmRateLimitExceeded",
    "The request failed because the RPM limit of your account for the model has been exceeded.",
  ),
  overloaded: said(429, "ServerOverloaded", "The request failed because the server is currently overloaded."),
  "internal-error": said(500, "InternalServiceError", "The service encountered an unexpected internal error."),
  "no-task": { ...startAnswer(200, { id: null }), askedBy: "bytedance-seedance-2-0" },
  failed: ended("InternalServiceError", "The video could not be generated."),
  "output-video-sensitive": ended(
    "OutputVideoSensitiveContentDetected",
    "The request failed because the output video may contain sensitive information.",
  ),
  "status-500": {
    at: "status",
    status: 500,
    body: { error: { code: "InternalServiceError", message: "Try again" } },
    askedBy: "bytedance-seedance-2-0",
  },
};
