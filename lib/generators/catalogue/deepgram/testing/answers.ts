import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, err_code: string, err_msg: string, more: Partial<DocumentedAnswer> = {}): DocumentedAnswer => ({
  ...startAnswer(status, { err_code, err_msg, request_id: "uuid" }),
  ...more,
});
const listening = { askedBy: "deepgram-nova-3" };

/** https://developers.deepgram.com/docs/errors.md (read 2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-json": startAnswer(400, {
    category: "INVALID_JSON",
    message: "Invalid JSON submitted.",
    details: "missing field `text`",
    request_id: "uuid",
  }),
  "bad-request": said(400, "Bad Request", "Content-type was application/json, but we could not process the JSON payload."),
  "corrupt-audio": said(400, "Bad Request", "Bad Request: failed to process audio: corrupt or unsupported data", listening),
  "no-such-model": said(400, "Bad Request", "Bad Request: No such model/language/tier combination found.", listening),
  "invalid-auth": said(401, "INVALID_AUTH", "Invalid credentials."),
  "payment-required": said(
    402,
    "ASR_PAYMENT_REQUIRED",
    "Project does not have enough credits for an ASR request and does not have an overage agreement.",
    listening,
  ),
  "insufficient-permissions": said(403, "INSUFFICIENT_PERMISSIONS", "User does not have sufficient permissions to perform this action."),
  "no-access-to-model": said(403, "INSUFFICIENT_PERMISSIONS", "Project does not have access to the requested model.", listening),
  "too-large": said(413, "Payload Too Large", "The text exceeds the limit of 2000 characters."),
  "too-many": said(429, "TOO_MANY_REQUESTS", "Too many requests. Please try again later"),
  "server-error": said(500, "Internal Server Error", "Internal server error"),
  "slow-upload": said(408, "SLOW_UPLOAD", "Your request timed out waiting to receive data.", listening),
  "gateway-timeout": said(504, "Gateway Timeout", "The request took too long", listening),
  unavailable: said(503, "Service Unavailable", "The service is unavailable"),
};
