import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const ended = (failure_reason: string) => endAnswer({ state: "failed", failure_reason, assets: null });

/** https://docs.lumalabs.ai/docs/errors (as quoted by users of the API) and the errors that `@ai-sdk/luma` 3.0.41 reads (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-value": startAnswer(400, {
    detail: [{ type: "literal_error", loc: ["body", "aspect_ratio"], msg: "Input should be '1:1', '16:9' or '9:16'", input: "2:1" }],
  }),
  "no-prompt": startAnswer(400, { detail: "Prompt is required" }),
  "insufficient-credits": startAnswer(400, { detail: "Insufficient credits" }),
  moderated: startAnswer(400, { detail: "Prompt not allowed because advanced moderation failed" }),
  unauthorized: startAnswer(401, { detail: "Invalid API key" }),
  forbidden: startAnswer(403, { detail: "Not authenticated" }),
  "too-many": startAnswer(429, { detail: "Too many requests" }, { "retry-after": "8" }),
  "server-error": startAnswer(500, { detail: "Internal Server Error" }),
  unavailable: startAnswer(503, { detail: "Service Unavailable" }, { "retry-after": "6" }),
  "no-id": startAnswer(200, { state: "queued" }),
  failed: ended("The image could not be generated"),
  "failed-moderation": ended("400: Prompt not allowed because advanced moderation failed"),
  "status-500": { at: "status", status: 500, body: { detail: "Internal Server Error" } },
};
