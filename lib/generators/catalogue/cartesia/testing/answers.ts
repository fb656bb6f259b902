import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { startAnswer } from "@/lib/testing/simulators/rest-simulator";

export const said = (error_code: string | null, title: string, message: string) => ({
  error_code,
  title,
  message,
  request_id: "550e8400-e29b-41d4-a716-446655440000",
});

/** https://docs.cartesia.ai/use-the-api/api-errors (read 2026-11-26) has the shape and `concurrency-limited`; other sentences are made up. */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": startAnswer(400, said(null, "Bad request", "The transcript is empty.")),
  unauthorized: startAnswer(401, said(null, "Unauthorized", "The API key is invalid.")),
  "credits-used": startAnswer(402, said("quota_exceeded", "Payment required", "You have used all credits of your plan.")),
  "voice-not-found": startAnswer(404, said(null, "Not found", "The voice was not found.")),
  "model-not-found": startAnswer(404, said(null, "Not found", "The model was not found.")),
  "concurrency-limited": startAnswer(
    429,
    said("concurrency_limited", "Too many concurrent requests", "You have exceeded your plan's concurrency limit."),
  ),
  "server-error": startAnswer(500, said(null, "Internal error", "Something went wrong.")),
  unavailable: startAnswer(503, said(null, "Unavailable", "The service is overloaded.")),
  "error-with-200": startAnswer(200, said(null, "Internal error", "Something went wrong.")),
};
