import type { Identity } from "@/lib/users/ensure-user";
export const identityOfClaims = (authProvider: string, claims: Record<string, unknown>): Identity => ({ authProvider, authSubject: String(claims.sub) });
