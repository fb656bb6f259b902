import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { writeAuditEntry } from "@/lib/audit/write-audit-entry";
import { addressWithin } from "@/lib/auth/address-within";
import { isSecure, sessionCookieName } from "@/lib/auth/session-cookie";
import { signInProvider } from "@/lib/auth/sign-in-provider";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { userOfPassword } from "@/lib/passwords/passwords";
import { openSession, sessionLifetimeSeconds } from "@/lib/sessions/sessions";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { enterTenant } from "@/lib/tenants/enter-tenant";
import type { User } from "@/prisma/generated/client";

/** How browsers sign in. The cookie names a row of user_sessions, and that row alone decides whether it still counts. */
export function nextAuthOptions(): NextAuthOptions {
  const { authProvider, sessionSecret } = env();
  const external = signInProvider();
  return {
    secret: sessionSecret ?? "",
    session: { strategy: "jwt", maxAge: sessionLifetimeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } } },
    providers: [...(authProvider === "password" ? [passwordProvider] : []), ...(external ? [external.provider] : [])],
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

const passwordProvider = Credentials({
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
      // next-auth shows the message of an error as the code of its answer.
      throw new Error(error.reason);
    }
  },
});

async function tellSignIn(user: User, outcome: string): Promise<void> {
  await writeAuditEntry({ tenantId: user.tenantId, userId: user.id, action: "signIn", targetType: "User", targetId: user.id, outcome });
}
