import * as z from "zod";
import type { Identity } from "@/lib/identity/accounts/ensure-account";
import { BoardsError } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/text/characters";
import { cleanText, storableText } from "@/lib/platform/text/clean-text";

const text = z.string().overwrite(cleanText).trim().min(1).max(2000).optional().catch(undefined);
// An identity is never mended: what is left could be someone else's.
const isClean = (value: string) => cleanText(value) === value;
const address = z.string().trim().min(1).max(255).refine(isClean).optional().catch(undefined);
const claimsOfProfile = z.object({
  email: address,
  email_verified: z.unknown().optional(),
  name: text,
  given_name: text,
  family_name: text,
  nickname: text,
  preferred_username: text,
  picture: text,
  user_metadata: z.object({ display_name: text, full_name: text, avatar_url: text }).optional().catch(undefined),
});

/** Who verified claims speak of: OpenID Connect's standard names, and Supabase's own. */
export function identityOfClaims(authProvider: string, claims: Record<string, unknown>): Identity {
  const { sub } = claims;
  if (typeof sub !== "string" || sub === "" || sub.length > 255 || storableText(sub) !== sub) throw new BoardsError("auth.invalid_token");
  const { user_metadata: own, ...profile } = claimsOfProfile.parse(claims);
  const fullName = [profile.given_name, profile.family_name].filter(Boolean).join(" ") || undefined;
  const displayName = own?.display_name ?? own?.full_name ?? profile.name ?? fullName ?? profile.nickname ?? profile.preferred_username;
  return {
    authProvider,
    authSubject: sub,
    email: profile.email,
    isEmailVerified: profile.email ? profile.email_verified === true : undefined,
    displayName: displayName && cutText(displayName, 255),
    avatarUrl: own?.avatar_url ?? profile.picture,
  };
}
