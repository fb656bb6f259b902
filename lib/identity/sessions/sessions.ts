import { enterAs, findUsual, mayEnter, withTenant } from "@/lib/identity/memberships/enter-as";
import { say } from "@/lib/messages/say";
import { happensIn } from "@/lib/platform/audit/audited";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { sessionViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { type Database, db, type Transaction } from "@/lib/platform/db/client";
import { lock } from "@/lib/platform/db/lock";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import type { User, UserSession } from "@/prisma/generated/client";

/** A browser that is not used for this long must sign in again. */
export const sessionLifetimeSeconds = 30 * 24 * 3600;
const touchIntervalMs = 5 * 60_000;

const expiry = () => new Date(Date.now() + sessionLifetimeSeconds * 1000);

/** An account has at most this many sessions, as many as its list shows: a further one ends the one that was not used for longest. */
export const maximumSessions = 100;

/** Opens a session for an account that has just signed in, in the tenant of `user`, or in none. Answers its id, which the browser's cookie carries. */
export async function openSession(accountId: string, user: Pick<User, "id"> | null): Promise<string> {
  const { ipAddress, userAgent } = currentRequest();
  const data = { accountId, userId: user?.id ?? null, ipAddress, userAgent, expiresAt: expiry() };
  return db().$transaction(async (tx) => {
    await lock(tx, `sessions:${accountId}`);
    const { id } = await tx.userSession.create({ data });
    await tx.$executeRaw`
      DELETE FROM boards.user_sessions WHERE id IN (
        SELECT id FROM boards.user_sessions WHERE account_id = ${accountId}::uuid ORDER BY last_used_at DESC, id DESC OFFSET ${maximumSessions})`;
    if (user) await noteEntry(user, tx);
    return id;
  });
}

/** Of a user who is disabled at the same moment it fails, and so does what it is a part of. */
const noteEntry = ({ id }: Pick<User, "id">, client: Transaction | Database = db()) =>
  client.user.update({ where: { id, disabledAt: null }, data: { lastEnteredAt: new Date() } });

/**
 * Whose session this is, and who they are in the tenant that the request names, or else where the session stands. Where that is nowhere, or a
 * tenant that has shut them out, it goes to another that lets them in, and while there is none they are nobody's user. Null when the session
 * has ended. Its time begins anew with each use.
 */
export async function enterBySession(
  id: string,
  tenant: string | null,
): Promise<{ accountId: string; viewer: Viewer | null; expiresAt: Date } | null> {
  const session = await db().userSession.findUnique({ where: { id }, include: { user: { include: withTenant } } });
  if (!session || session.expiresAt <= new Date()) return null;
  if (Date.now() - session.lastUsedAt.getTime() > touchIntervalMs)
    await db().userSession.updateMany({ where: { id }, data: { lastUsedAt: new Date(), expiresAt: expiry() } });
  const { accountId, expiresAt } = session;
  const user = tenant ? await enterAs(accountId, tenant) : session.user && mayEnter(session.user) ? session.user : await moveOn(session);
  return { accountId, viewer: user && sessionViewer(user), expiresAt };
}

async function moveOn({ id, accountId }: UserSession): Promise<User | null> {
  const user = await findUsual(accountId, "last");
  if (!user || !mayEnter(user)) return null;
  await db().userSession.updateMany({ where: { id }, data: { userId: user.id } });
  return user;
}

/** Moves a browser's session into another tenant of its account. Answers who they are there. */
export function switchTenant(accountId: string, sessionId: string | null, tenantId: string): Promise<User> {
  return asInstallation(async () => {
    if (!sessionId) throw new BoardsError("session.not_found", { message: say("reasons.session.browserOnly") });
    const user = await enterAs(accountId, tenantId);
    // The user before the session, as who disables them does: in another order the two would wait for each other.
    await db().$transaction([noteEntry(user), db().userSession.update({ where: { id: sessionId, accountId }, data: { userId: user.id } })]);
    happensIn({ tenantId: user.tenantId, userId: user.id });
    return user;
  });
}

/** Ends a session of an account: that browser is out at its next request. */
export async function revokeSession(accountId: string, id: string): Promise<true> {
  const { count } = await asInstallation(() => db().userSession.deleteMany({ where: { id, accountId } }));
  if (count === 0) throw new BoardsError("session.not_found", { field: "id" });
  return true;
}

/** Ends every session of an account, in all tenants, but the one that asks. Answers how many. */
export async function revokeOtherSessions(accountId: string): Promise<number> {
  return (await asInstallation(() => otherSessionsEnd(accountId))).count;
}

/** The statement that ends every session of an account but the one that asks, for a transaction. */
export const otherSessionsEnd = (accountId: string) => {
  const { sessionId } = currentRequest();
  return db().userSession.deleteMany({ where: { accountId, ...(sessionId ? { id: { not: sessionId } } : {}) } });
};
