import { encode } from "next-auth/jwt";
import { openSession, sessionLifetimeSeconds } from "@/lib/identity/sessions/sessions";
import { env } from "@/lib/platform/env";
import { sessionCookieName } from "@/lib/platform/http/session-cookie";
import type { User } from "@/prisma/generated/client";

/** The cookie of a browser that is signed in. */
export interface SessionCookie {
  name: string;
  value: string;
}

/** Signs someone in without a form: inserts the row of a session and answers the cookie that names it. Needs the server's BOARDS_SESSION_SECRET. */
export async function seedSession(user: User): Promise<SessionCookie> {
  const sessionId = await openSession(user.accountId, user);
  const value = await encode({ token: { sessionId }, secret: env().sessionSecret ?? "", maxAge: sessionLifetimeSeconds });
  return { name: sessionCookieName(), value };
}
