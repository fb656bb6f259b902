import type { DocumentedAnswer } from "@/lib/testing/simulators/provider-simulator";
import { endAnswer, startAnswer } from "@/lib/testing/simulators/rest-simulator";

const said = (status: number, error: string, headers?: Record<string, string>) => startAnswer(status, { error }, headers);
const ended = (error: string) => endAnswer({ status: "error", error });

/** https://assemblyai.com/docs/guides/common_errors_and_solutions (read 2026-11-26). */
export const answers: Record<string, DocumentedAnswer> = {
  "bad-request": said(400, "Invalid endpoint schema, please refer to documentation for examples."),
  "negative-balance": said(400, "Your current account balance is negative. Please top up to continue using the API."),
  "no-such-model": said(400, "speech_model 'universal-2' is not available"),
  unauthorized: said(401, "Authentication error, API token missing/invalid"),
  "not-found": said(404, "Not found"),
  "too-many": said(429, "Too Many Requests", { "retry-after": "30" }),
  "server-error": said(500, "Server error, developers have been alerted."),
  unavailable: said(503, "Service unavailable"),
  "error-with-200": startAnswer(200, { error: "The file could not be read" }),
  "download-error": ended("Download error, unable to download the file."),
  "no-speech": ended("language_detection cannot be performed on files with no spoken audio."),
  "not-audio": ended("Transcoding failed. File type is text/html."),
  "status-500": { at: "status", status: 500, body: { error: "Server error, developers have been alerted." } },
};
