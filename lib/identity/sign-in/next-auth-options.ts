import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { ensureAccount } from "@/lib/identity/accounts/ensure-account";
import { enterUsual } from "@/lib/identity/memberships/enter-as";
import { enterTenant } from "@/lib/identity/memberships/enter-tenant";
import { deviceCookieFor } from "@/lib/identity/passwords/device-cookie";
import { accountOfPassword } from "@/lib/identity/passwords/passwords";
import { openSession, sessionLifetimeSeconds } from "@/lib/identity/sessions/sessions";
import { signInProvider } from "@/lib/identity/sign-in/sign-in-provider";
import { tellFailedSignIn, tellSignIn } from "@/lib/identity/sign-in/tell-sign-in";
import { addressWithin } from "@/lib/platform/caller/address-within";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { isSecure, sessionCookieName } from "@/lib/platform/http/session-cookie";
import { log } from "@/lib/platform/log";
import { cutText } from "@/lib/platform/text/characters";
import type { User } from "@/prisma/generated/client";

/** What an answer needs beside what next-auth makes of it. */
export interface AnswerExtras {
  headers: Headers;
  /** Done when the answer is on its way, so that how long it takes tells nothing. */
  afterwards: (work: () => Promise<void>) => void;
}

const none = (): AnswerExtras => ({ headers: new Headers(), afterwards: (work) => void work() });

/** How browsers sign in. The cookie names a row of user_sessions, and that row alone decides whether it still counts. */
export function nextAuthOptions(extras: AnswerExtras = none()): NextAuthOptions {
  const { authProvider, sessionSecret } = env();
  const external = signInProvider();
  return {
    secret: sessionSecret ?? "",
    session: { strategy: "jwt", maxAge: sessionLifetimeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } } },
    providers: [...(authProvider === "password" ? [passwordProvider(extras)] : []), ...(external ? [external.provider] : [])],
    logger: nextAuthLog,
    callbacks: {
      async jwt({ token, user, account, profile }) {
        if (!account) return token;
        const entry =
          account.provider === "password" ? { accountId: user.id, user: await enterUsual(user.id, "last") } : await enterBy(profile ?? {});
        const sessionId = await openSession(entry.accountId, entry.user);
        await tellSignIn(entry.user);
        // Nothing else about the person: the cookie only names the session.
        return { sessionId };
      },
      redirect: ({ url, baseUrl }) => addressWithin(env().baseUrl ?? baseUrl, url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionId === "string") await db().userSession.deleteMany({ where: { id: token.sessionId } });
      },
    },
  };

  /** A tenant that claims name and that does not let them in keeps nobody out of the others, nor from signing in before any has admitted them. */
  async function enterBy(profile: object): Promise<{ accountId: string; user: User | null }> {
    if (!external) throw new BoardsError("auth.invalid_token");
    const claims = profile as Record<string, unknown>;
    const identity = external.identityOf(claims);
    const { id: accountId } = await ensureAccount(identity);
    const named = await enterTenant(identity, claims, null, "last").catch((error) => {
      if (error instanceof BoardsError && shutOut.has(error.reason)) return null;
      throw error;
    });
    return { accountId, user: named && !named.disabledAt ? named : await enterUsual(accountId, "last") };
  }
}

const shutOut = new Set<ErrorReason>([
  "auth.disabled",
  "setup.required",
  "tenant.awaits_approval",
  "tenant.no_membership",
  "tenant.not_member",
  "tenant.registration_closed",
]);

const passwordProvider = ({ headers, afterwards }: AnswerExtras) =>
  Credentials({
    id: "password",
    name: "E-mail and password",
    credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
    async authorize(given, request) {
      const { email = "", password = "" } = given ?? {};
      try {
        const account = await accountOfPassword({ email, password }, request.headers?.cookie ?? null);
        // Whoever is shut out of every tenant is told so here.
        await enterUsual(account.id, "last");
        headers.append("set-cookie", deviceCookieFor(account.id));
        return { id: account.id };
      } catch (error) {
        const reason = error instanceof BoardsError ? error.reason : "internal.unexpected";
        if (!(error instanceof BoardsError)) log.error({ err: error }, "sign-in failed unexpectedly");
        else if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
        afterwards(() => tellFailedSignIn(email, reason));
        // next-auth shows the message of an error as the code of its answer.
        throw new Error(reason);
      }
    },
  });

/** What next-auth has to tell goes where all else goes, without what providers and strangers say in it. */
const nextAuthLog: NextAuthOptions["logger"] = {
  error(code, about) {
    const error = about instanceof Error ? about : (about as { error?: unknown }).error;
    log.warn({ code, reason: error instanceof Error ? cutText(error.message, 300) : undefined }, "sign-in failed");
  },
  warn: (code) => log.warn({ code }, "next-auth warning"),
  debug: () => undefined,
};
