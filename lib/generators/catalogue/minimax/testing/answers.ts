import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, type: string, message: string) =>
  startAnswer(status, { type: "error", error: { type, message, http_code: String(status) }, request_id: "06a1" });
const ended = (status: string, error?: { code: string; message: string }) => endAnswer({ task: { id: "a task", status, error: error ?? null } });

/** The codes of https://platform.minimax.io/docs/api-reference/errorcode, in the shape that `@ai-sdk/minimax` 3.0.45 reads (2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "invalid-params": said(400, "bad_request_error", "invalid params, duration must be between 4 and 15 (2013)"),
  unauthorized: said(
    401,
    "authorized_error",
    "login fail: Please carry the API secret key in the 'Authorization' field of the request header (1004)",
  ),
  "invalid-key": said(401, "authorized_error", "invalid api key (2049)"),
  "insufficient-balance": said(402, "insufficient_balance_error", "insufficient balance (1008)"),
  "input-sensitive": said(422, "unprocessable_entity_error", "input new_sensitive (1026)"),
  "rate-limit": said(429, "rate_limit_error", "rate limit exceeded (1002)"),
  "system-error": said(500, "api_error", "system error (1033)"),
  overloaded: said(529, "overloaded_error", "The server cluster is currently under high load (2064)"),
  "no-task": startAnswer(200, { task_id: null }),
  failed: ended("failed", { code: "1033", message: "system error" }),
  "output-sensitive": ended("failed", { code: "1027", message: "output new_sensitive" }),
  cancelled: ended("cancelled"),
  expired: ended("expired"),
  "status-503": { at: "status", status: 503, body: { type: "error", error: { type: "api_error", message: "unavailable" } } },
};
