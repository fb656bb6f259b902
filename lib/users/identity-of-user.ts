import type { Identity } from "@/lib/users/ensure-user";
import type { User } from "@/prisma/generated/client";

/** Who a user is at the authentication provider, so that the same person can be a user of another tenant. */
export function identityOfUser({ authProvider, authSubject, email, displayName, avatarUrl, isEmailVerified }: User): Identity {
  return {
    authProvider,
    authSubject,
    email: email ?? undefined,
    displayName: displayName ?? undefined,
    avatarUrl: avatarUrl ?? undefined,
    isEmailVerified,
  };
}
