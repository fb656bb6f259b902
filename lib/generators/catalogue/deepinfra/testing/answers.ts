import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, error: string, headers?: Record<string, string>) => startAnswer(status, { detail: { error } }, headers);

/** The shapes that `@ai-sdk/deepinfra` 3.0.57 reads, and the statuses of https://deepinfra.com/docs (read 2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-input": said(400, "width must be a multiple of 16"),
  "missing-field": startAnswer(422, { detail: [{ loc: ["body", "prompt"], msg: "Field required", type: "missing" }] }),
  unauthorized: startAnswer(401, { detail: "User is not authenticated" }),
  forbidden: startAnswer(403, { detail: "Not authorized" }),
  "payment-required": said(402, "inference prohibited, please enter a payment method or add funds to your account"),
  nsfw: said(400, "The prompt was flagged as NSFW"),
  "not-found": said(404, "Model is not available"),
  "rate-limited": said(429, "Rate limit exceeded", { "retry-after": "5" }),
  busy: said(429, "Model busy, retry later"),
  "server-error": said(500, "inference failed"),
  unavailable: said(503, "Service unavailable"),
  "error-with-200": startAnswer(200, { detail: { error: "The worker ran out of memory" } }),
};
