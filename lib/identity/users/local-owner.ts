import type { Identity } from "@/lib/identity/accounts/ensure-account";

/** The owner of a local installation; the subject and address are the original's, so its databases carry over. */
export const localOwner: Identity = { authProvider: "none", authSubject: "dev-user", email: "dev@example.com", displayName: "Local owner" };
