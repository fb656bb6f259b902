import { tokenSettings } from "@/lib/identity/sign-in/token-settings";
import { createTokenVerifier, type VerifiedToken } from "@/lib/identity/sign-in/token-verifier";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

// One for the process: its keys are fetched once, not for each request or bundle.
const kept = globalThis as { boardsTokenVerifier?: (token: string) => Promise<VerifiedToken> };

/** Verifies a token of BOARDS_AUTH_PROVIDER; throws `auth.invalid_token` for any other. */
export async function verifyBearerToken(token: string): Promise<VerifiedToken> {
  if (!kept.boardsTokenVerifier) {
    const settings = tokenSettings(env());
    if (!settings) throw new BoardsError("auth.invalid_token");
    kept.boardsTokenVerifier = createTokenVerifier(settings);
  }
  return kept.boardsTokenVerifier(token);
}
