import { getToken } from "next-auth/jwt";
import type { Identity } from "@/lib/identity/accounts/ensure-account";
import { isApiKey, viewerOfApiKey } from "@/lib/identity/api-keys/api-keys";
import { enterTenant } from "@/lib/identity/memberships/enter-tenant";
import { enterBySession } from "@/lib/identity/sessions/sessions";
import { type Found, rememberCaller } from "@/lib/identity/sign-in/remember-callers";
import { verifyBearerToken } from "@/lib/identity/sign-in/verify-bearer-token";
import { ensureLocalOwner } from "@/lib/identity/tenants/ensure-local-owner";
import { type Authenticated, nobody } from "@/lib/platform/caller/request-context";
import { sessionViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { hostOf, isOwnOrigin } from "@/lib/platform/http/own-hosts";
import { sessionCookieName } from "@/lib/platform/http/session-cookie";

/**
 * Who sent this request: by bearer token, by API key or by browser session. A token that does not hold is an error, never an anonymous request.
 * Remembered as `rememberCaller` says.
 */
export async function authenticate(request: Request): Promise<Authenticated> {
  if (env().authProvider === "none") return rememberCaller(["local"], async () => ({ who: entered(await enterAsLocalOwner()), endsAt: null }));
  const authorization = request.headers.get("authorization");
  const tenant = request.headers.get("x-tenant");
  if (authorization) return rememberCaller(["authorization", authorization, tenant ?? ""], () => byAuthorization(authorization, tenant));
  return bySession(request);
}

/** Who sent this request, before any tenant is entered: for someone who wants to found one. Null for nobody. */
export async function identityOfRequest(request: Request): Promise<Identity | null> {
  const authorization = request.headers.get("authorization");
  const token = authorization?.trim().split(/\s+/)[1];
  if (token && !isApiKey(token)) return (await verifyBearerToken(token)).identity;
  const { viewer, accountId } = await authenticate(request);
  if (viewer?.via === "api-key") throw new BoardsError("auth.person_required");
  const account = accountId && (await db().account.findUnique({ where: { id: accountId } }));
  if (!account) return null;
  const user = viewer && (await db().user.findUnique({ where: { id: viewer.userId } }));
  const { authProvider, authSubject, email, isEmailVerified } = account;
  return {
    authProvider,
    authSubject,
    email: email ?? undefined,
    displayName: user?.displayName ?? undefined,
    avatarUrl: user?.avatarUrl ?? undefined,
    isEmailVerified,
  };
}

const entered = (viewer: Viewer): Authenticated => ({ ...nobody, viewer, accountId: viewer.accountId });

async function enterAsLocalOwner(): Promise<Viewer> {
  return sessionViewer(await ensureLocalOwner(), "local");
}

async function byAuthorization(header: string, tenant: string | null): Promise<Found> {
  const [scheme, token] = header.trim().split(/\s+/);
  if (!token || scheme?.toLowerCase() !== "bearer") throw new BoardsError("auth.invalid_token");
  if (isApiKey(token)) {
    const { viewer, apiKeyId, expiresAt } = await viewerOfApiKey(token);
    return { who: { ...nobody, viewer, apiKeyId }, endsAt: expiresAt };
  }
  const { identity, claims } = await verifyBearerToken(token);
  const user = await enterTenant(identity, claims, tenant);
  if (user.disabledAt) throw new BoardsError("auth.disabled");
  const tokenExpiresAt = claims.exp ? new Date(Number(claims.exp) * 1000) : null;
  return { who: { ...entered(sessionViewer(user, "bearer")), tokenExpiresAt }, endsAt: tokenExpiresAt };
}

async function bySession(request: Request): Promise<Authenticated> {
  const cookies = cookiesOf(request);
  const name = sessionCookieName();
  if (!Object.keys(cookies).some((each) => each.startsWith(name))) return nobody;
  // A cookie travels with every request of the browser, whoever caused it: what changes something must come from our own pages.
  if (!["GET", "HEAD"].includes(request.method)) assertOwnOrigin(request);
  const tenant = request.headers.get("x-tenant");
  const shown = Object.entries(cookies).filter(([each]) => each.startsWith(name));
  return rememberCaller(["session", ...shown.flat(), tenant ?? ""], async () => {
    const token = await getToken({
      req: { headers: {}, cookies: Object.fromEntries(shown) } as never,
      secret: env().sessionSecret ?? "",
      cookieName: name,
    });
    const sessionId = typeof token?.sessionId === "string" ? token.sessionId : null;
    const session = sessionId ? await enterBySession(sessionId, tenant) : null;
    if (!session) return { who: nobody, endsAt: null };
    const { accountId, viewer, expiresAt } = session;
    return { who: { ...nobody, accountId, viewer, sessionId, namesTenant: Boolean(tenant) }, endsAt: expiresAt };
  });
}

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name, value = ""]) => [name, decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function assertOwnOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin && !isOwnOrigin(origin, hostOf(request))) throw new BoardsError("auth.foreign_origin");
}
