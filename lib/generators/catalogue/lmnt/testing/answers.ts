import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, error: string, headers?: Record<string, string>) => startAnswer(status, { error }, headers);

/** The statuses of https://docs.lmnt.com/api/errors, as its clients raise them (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": said(400, "Invalid voice id"),
  "no-such-model": said(400, "Model not found"),
  unauthorized: said(401, "Invalid API key"),
  "quota-reached": said(403, "Character limit reached for this plan"),
  forbidden: said(403, "Forbidden"),
  "not-found": said(404, "Not found"),
  unprocessable: said(422, "text is too long"),
  "rate-limited": said(429, "Rate limit exceeded", { "retry-after": "4" }),
  "server-error": said(500, "Internal server error"),
  unavailable: said(503, "Service unavailable"),
  "error-with-200": said(200, "Synthesis failed"),
};
