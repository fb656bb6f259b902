import { waitInWords } from "@/lib/platform/text/wait-in-words";

/** All that may stand as `error` in the address of the sign-in page, and how the page says it. */
export const signInErrors = {
  "auth.wrong_credentials": "E-mail or password is wrong.",
  "auth.disabled": "This account is disabled. Ask an admin.",
  "request.rate_limited": "Too many failed attempts. Wait a little, then try again.",
  "tenant.no_membership": "You are not a member yet. Ask an admin for an invitation.",
  "tenant.not_member": "You are not a member of this workspace. Ask one of its admins for an invitation.",
  "tenant.awaits_approval": "Your workspace is waiting for approval by an admin.",
  unfinished: "Signing in did not finish. Try again.",
  refused: "You were not let in. Ask an admin for an invitation.",
  unknown: "Signing in did not work. Try again.",
} satisfies Record<string, string>;

/** A code of `signInErrors`. */
export type SignInError = keyof typeof signInErrors;

// What next-auth calls it.
const nextAuthErrors = new Map<string, SignInError>([
  ["OAuthSignin", "unfinished"],
  ["OAuthCallback", "unfinished"],
  ["AccessDenied", "refused"],
  ["Callback", "refused"],
]);

/** The code for what next-auth, an error or a crafted address says: one of ours, whatever it was. */
export function signInErrorOf(text: string): SignInError {
  return Object.hasOwn(signInErrors, text) ? (text as SignInError) : (nextAuthErrors.get(text) ?? "unknown");
}

/** The sentence for a code that an address or an answer holds. */
export function explainSignIn(code: string, retryAfterSeconds: number | null = null): string {
  const error = signInErrorOf(code);
  if (error === "request.rate_limited" && retryAfterSeconds) return `Too many failed attempts. Try again in ${waitInWords(retryAfterSeconds)}.`;
  return signInErrors[error];
}
