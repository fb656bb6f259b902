import { say } from "@/lib/messages/say";
import { BoardsError, errorTable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { cutText } from "@/lib/platform/text/characters";
import { cleanText } from "@/lib/platform/text/clean-text";

/** An error, or what the engine keeps of one. */
export interface FailureSource {
  name: string;
  message: string;
  stack?: string;
}

/** How a generation tells of an error. Only a sentence meant for people reaches them; the rest goes to the log, and to admins. */
export function failureOf(batchId: string, error: FailureSource) {
  const reason = error instanceof BoardsError ? error.reason : error.name;
  const isKnown = reason in errorTable;
  if (!isKnown) log.error({ batchId, err: error }, "generation failed unexpectedly");
  const raw = error instanceof BoardsError ? (error.raw ?? null) : null;
  return {
    errorCode: isKnown ? reason : "internal.unexpected",
    errorMessage: isKnown ? error.message : say("errors.internal.unexpected"),
    errorRaw: isKnown ? raw : cutText(cleanText(`${error.name}: ${error.message}`), 4000),
  };
}
