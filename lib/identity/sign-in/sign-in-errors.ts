/** All that may stand as `error` in the address of the sign-in page; the message catalogue has a sentence for each, `app.signIn.errors`. */
export const signInErrors = [
  "auth.wrong_credentials",
  "auth.disabled",
  "request.rate_limited",
  "tenant.no_membership",
  "tenant.not_member",
  "tenant.awaits_approval",
  "unfinished",
  "refused",
  "unknown",
] as const;

/** A code of `signInErrors`. */
export type SignInError = (typeof signInErrors)[number];

// What next-auth calls it.
const nextAuthErrors = new Map<string, SignInError>([
  ["OAuthSignin", "unfinished"],
  ["OAuthCallback", "unfinished"],
  ["AccessDenied", "refused"],
  ["Callback", "refused"],
]);

/** The code for what next-auth, an error or a crafted address says: one of ours, whatever it was. */
export function signInErrorOf(text: string): SignInError {
  return signInErrors.find((code) => code === text) ?? nextAuthErrors.get(text) ?? "unknown";
}
