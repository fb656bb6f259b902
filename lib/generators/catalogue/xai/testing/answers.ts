import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, code: string, error: string, headers?: Record<string, string>) => startAnswer(status, { code, error }, headers);
const video = { askedBy: "xai-grok-imagine-video-1-5" };

/** https://docs.x.ai/docs/key-information/debugging and the error shapes that `@ai-sdk/xai` 5.0.12 reads (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": said(400, "Client specified an invalid argument", "Invalid request content: unknown aspect ratio"),
  "incorrect-key": said(
    400,
    "Client specified an invalid argument",
    "Incorrect API key provided: ab***yz. You can obtain an API key from https://console.x.ai.",
  ),
  unauthorized: said(401, "unauthenticated", "No authorization header or an invalid authorization token is provided."),
  forbidden: said(403, "The caller does not have permission", "Your API key or team does not have permission to perform this action."),
  "no-credits": said(
    403,
    "The caller does not have permission",
    "Your newly created team doesn't have any credits or licenses yet. You can purchase those on https://console.x.ai/team/1.",
  ),
  "credits-used": said(
    429,
    "Some resource has been exhausted",
    "Your team has either used all available credits or reached its monthly spending limit.",
  ),
  "model-not-found": said(
    404,
    "Some requested entity was not found",
    "The model grok-imagine-image-2.0 does not exist or your team does not have access to it.",
  ),
  "rate-limited": said(429, "Some resource has been exhausted", "Too many requests", { "retry-after": "9" }),
  moderated: said(400, "Client specified an invalid argument", "Generated image rejected by content moderation."),
  "openai-shape": startAnswer(400, { error: { message: "prompt is too long", type: "invalid_request_error", code: null } }),
  "image-moderated": startAnswer(200, { data: [{ b64_json: null, url: null, respect_moderation: false }] }),
  "server-error": said(500, "Internal error", "Service temporarily unable to process your request"),
  unavailable: said(503, "The service is currently unavailable", "The model is at capacity", { "retry-after": "20" }),
  "video-failed": { ...endAnswer({ status: "failed", error: { code: "internal_error", message: "The video could not be generated" } }), ...video },
  "video-moderated": { ...endAnswer({ status: "done", video: { url: null, respect_moderation: false } }), ...video },
  "video-expired": { ...endAnswer({ status: "expired", error: null }), ...video },
  "status-503": { at: "status", status: 503, body: { code: "unavailable", error: "The service is currently unavailable" }, ...video },
};
