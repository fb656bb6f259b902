import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";

// Kie says everything with status 200, and a code of its own.
const code = (at: "start" | "status", number: number, msg: string, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  at,
  status: 200,
  body: { code: number, msg, data: null },
  ...more,
});
const suno = { askedBy: "kie-suno-v5-5" };
const market = { askedBy: "kie-qwen-image-2" };
const flagged = "Your prompt was flagged by Website as violating content policies";

/**
 * The codes of every endpoint, and what Veo's callbacks and record say: https://docs.kie.ai/veo3-api/generate-veo-3-video-callbacks,
 * https://docs.kie.ai/veo3-api/get-veo-3-video-details, https://docs.kie.ai/suno-api/get-music-details (read 2026-11-26).
 */
export const answers: Record<string, DocumentedAnswer> = {
  "start-400": code("start", 400, flagged),
  "start-401": code("start", 401, "Unauthorized - Authentication credentials are missing or invalid"),
  "start-402": code("start", 402, "Insufficient Credits - Account does not have enough credits to perform the operation"),
  "start-404": code("start", 404, "Not Found - The requested resource or endpoint does not exist"),
  "start-422": code("start", 422, "Validation Error - prompt cannot be empty"),
  "model-unsupported": code("start", 422, "The model name you specified is not supported"),
  "start-429": code("start", 429, "Rate Limited - Request limit has been exceeded for this resource"),
  "start-433": code("start", 433, "Request Limit - Sub-key usage exceeds limit"),
  "start-451": code("start", 451, "Failed to fetch the image. Kindly verify any access limits set by you or your service provider"),
  "start-455": code("start", 455, "Service Unavailable - System is currently undergoing maintenance"),
  "start-500": code("start", 500, "Server Error - An unexpected error occurred while processing the request"),
  "start-501": code("start", 501, "Generation Failed - Content generation task failed"),
  "start-505": code("start", 505, "Feature Disabled - The requested feature is currently disabled"),
  "veo-400-flagged": code("status", 400, flagged),
  "veo-400-english": code("status", 400, "Only English prompts are supported at this time"),
  "veo-451": code("status", 451, "Failed to fetch the image. Kindly verify any access limits set by you or your service provider"),
  "veo-500": code("status", 500, "Internal error, please try again later"),
  "veo-501": code("status", 501, "Video generation task failed"),
  "veo-455": code("status", 455, "Service Unavailable - System is currently undergoing maintenance"),
  "veo-failed": { at: "end", body: { successFlag: 3, errorCode: 501, errorMessage: "Upstream generation failed" } },
  "veo-flagged": { at: "end", body: { successFlag: 2, errorCode: 400, errorMessage: flagged } },
  "market-501": code("status", 501, "Generation Failed - Content generation task failed", market),
  "market-500": code("status", 500, "Server Error - An unexpected error occurred while processing the request", market),
  "market-429": code("status", 429, "Rate Limited - Request limit has been exceeded for this resource", market),
  "market-fail": { at: "end", ...market, body: { state: "fail", failCode: "500", failMsg: "Internal Error, Please try again later." } },
  "market-sensitive": { at: "end", ...market, body: { state: "fail", failCode: "400", failMsg: "The input may contain sensitive information" } },
  "suno-sensitive": { at: "end", ...suno, body: { status: "SENSITIVE_WORD_ERROR", errorMessage: "Content filtered due to sensitive words" } },
  "suno-create": { at: "end", ...suno, body: { status: "CREATE_TASK_FAILED", errorMessage: "Failed to create the task" } },
  "suno-generate": { at: "end", ...suno, body: { status: "GENERATE_AUDIO_FAILED", errorMessage: "Failed to generate audio" } },
};
