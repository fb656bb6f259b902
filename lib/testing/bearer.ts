import { SignJWT } from "jose";

/** The secret of an installation that is opened with `jwtSettings`. */
const secret = "a-secret-of-the-tests-a-secret-of-the-tests";

/** Settings of an installation that others may reach, where tests make their own tokens. Limits are out of the way. */
export const jwtSettings = {
  BOARDS_LOCAL: "0",
  BOARDS_AUTH_PROVIDER: "jwt",
  BOARDS_JWT_SECRET: secret,
  BOARDS_RATE_LIMIT_STORE: "memory",
  BOARDS_RATE_LIMITS: JSON.stringify({
    signIn: 100_000,
    generation: 100_000,
    upload: 100_000,
    uploadTicket: 100_000,
    copy: 100_000,
    label: 1_000_000,
    request: 100_000,
    anonymous: 100_000,
  }),
};

/** Settings of an installation where people sign in by e-mail and password. */
export const passwordSettings = { BOARDS_AUTH_PROVIDER: "password", BOARDS_SESSION_SECRET: "test-session-secret-test-session-secret" };

/** A bearer token for this subject. */
export function tokenOf(subject: string, claims: Record<string, unknown> = {}, lifetimeSeconds = 3600): Promise<string> {
  return new SignJWT({ email: `${subject}@example.com`, email_verified: true, name: subject, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject)
    .setIssuer("boards")
    .setAudience("boards-api")
    .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
    .sign(new TextEncoder().encode(secret));
}
