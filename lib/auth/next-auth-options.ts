import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { writeAuditEntry } from "@/lib/audit/write-audit-entry";
import { addressWithin } from "@/lib/auth/address-within";
import { isSecure, sessionCookieName } from "@/lib/auth/session-cookie";
import { signInProvider } from "@/lib/auth/sign-in-provider";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { log } from "@/lib/log";
import { userOfPassword } from "@/lib/passwords/passwords";
import { openSession, sessionLifetimeSeconds } from "@/lib/sessions/sessions";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { enterTenant } from "@/lib/tenants/enter-tenant";
import { cutText } from "@/lib/text/characters";
import type { User } from "@/prisma/generated/client";

/**
 * How browsers sign in. The cookie names a row of user_sessions, and that row alone decides whether it still counts. Headers that the answer
 * needs beside next-auth's own are added to `extra`.
 */
export function nextAuthOptions(extra = new Headers()): NextAuthOptions {
  const { authProvider, sessionSecret } = env();
  const external = signInProvider();
  return {
    secret: sessionSecret ?? "",
    session: { strategy: "jwt", maxAge: sessionLifetimeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } } },
    providers: [...(authProvider === "password" ? [passwordProvider(extra)] : []), ...(external ? [external.provider] : [])],
    logger: nextAuthLog,
    callbacks: {
      async jwt({ token, user, account, profile }) {
        if (!account) return token;
        const boardsUser = account.provider === "password" ? await userById(user.id) : await enterBy(profile ?? {});
        const sessionId = await openSession(boardsUser.id);
        await tellSignIn(boardsUser, "ok");
        // Nothing else about the person: the cookie only names the session.
        return { sessionId, userId: boardsUser.id };
      },
      session: ({ session, token }) => ({ ...session, userId: token.userId }),
      redirect: ({ url, baseUrl }) => addressWithin(env().baseUrl ?? baseUrl, url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionId === "string") await db().userSession.deleteMany({ where: { id: token.sessionId } });
      },
    },
  };

  async function enterBy(profile: object): Promise<User> {
    if (!external) throw new BoardsError("auth.invalid_token");
    const claims = profile as Record<string, unknown>;
    const user = await enterTenant(external.identityOf(claims), claims, null);
    if (user.disabledAt) throw new BoardsError("auth.disabled");
    return user;
  }
}

const userById = (id: string) => db().user.findUniqueOrThrow({ where: { id } });

const passwordProvider = (extra: Headers) =>
  Credentials({
    id: "password",
    name: "E-mail and password",
    credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
    async authorize(given) {
      try {
        const user = await userOfPassword({ email: given?.email ?? "", password: given?.password ?? "" });
        return { id: user.id };
      } catch (error) {
        if (!(error instanceof BoardsError)) throw error;
        const { id: tenantId } = await ensureDefaultTenant();
        await writeAuditEntry({ tenantId, action: "signIn", outcome: error.reason, details: { email: given?.email } });
        if (error.retryAfterSeconds) extra.set("retry-after", String(error.retryAfterSeconds));
        // next-auth shows the message of an error as the code of its answer.
        throw new Error(error.reason);
      }
    },
  });

async function tellSignIn(user: User, outcome: string): Promise<void> {
  await writeAuditEntry({ tenantId: user.tenantId, userId: user.id, action: "signIn", targetType: "User", targetId: user.id, outcome });
}

/** What next-auth has to tell goes where all else goes, without what providers and strangers say in it. */
const nextAuthLog: NextAuthOptions["logger"] = {
  error(code, about) {
    const error = about instanceof Error ? about : (about as { error?: unknown }).error;
    log.warn({ code, reason: error instanceof Error ? cutText(error.message, 300) : undefined }, "a sign-in failed");
  },
  warn: (code) => log.warn({ code }, "next-auth warns"),
  debug: () => undefined,
};
