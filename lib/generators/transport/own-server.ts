import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/text/characters";
import { providerName } from "./provider-name";

/**
 * For servers of one's own that work within the call: their status 500 says that the work has failed, and a start that is repeated,
 * as it may be where nothing costs money, would only fail again. `sentenceOf` finds the server's words in its JSON.
 */
export function ownServerFailure(error: unknown, sentenceOf: (body: Record<string, unknown>) => unknown): BoardsError {
  if (!(error instanceof BoardsError)) return new BoardsError("provider.outcome_unknown", { raw: String(error), cause: error });
  if (!error.raw?.startsWith("500 ")) return error;
  const { raw } = error;
  let sentence: unknown;
  try {
    sentence = sentenceOf(JSON.parse(raw.slice(4)) as Record<string, unknown>);
  } catch {}
  const message =
    typeof sentence === "string" && sentence
      ? cutText(say("reasons.provider.failedBecause", { provider: providerName, words: sentence }), 500)
      : undefined;
  return new BoardsError("provider.failed", { raw, message });
}
