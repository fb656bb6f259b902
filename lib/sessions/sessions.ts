import { sessionViewer, type Viewer } from "@/lib/auth/viewer";
import { currentVisit } from "@/lib/auth/visit";
import { db } from "@/lib/db/client";
import { BoardsError } from "@/lib/errors";

/** A browser that is not used for this long must sign in again. */
export const sessionLifetimeSeconds = 30 * 24 * 3600;
const touchIntervalMs = 5 * 60_000;

const expiry = () => new Date(Date.now() + sessionLifetimeSeconds * 1000);

/** Opens a session for a user who has just signed in. Answers its id, which the browser's cookie carries. */
export async function openSession(userId: string): Promise<string> {
  const { ipAddress, userAgent } = currentVisit();
  return (await db().userSession.create({ data: { userId, ipAddress, userAgent, expiresAt: expiry() } })).id;
}

/** Whose session this is; null when it has ended. Its time begins anew with each use. */
export async function viewerOfSession(id: string): Promise<Viewer | null> {
  const session = await db().userSession.findUnique({ where: { id }, include: { user: true } });
  if (!session || session.expiresAt <= new Date()) return null;
  if (session.user.disabledAt) throw new BoardsError("auth.disabled");
  if (Date.now() - session.lastUsedAt.getTime() > touchIntervalMs)
    await db().userSession.updateMany({ where: { id }, data: { lastUsedAt: new Date(), expiresAt: expiry() } });
  return sessionViewer(session.user);
}

/** Ends a session of the viewer: that browser is out at its next request. */
export async function revokeSession(viewer: Viewer, id: string): Promise<true> {
  const { count } = await db().userSession.deleteMany({ where: { id, userId: viewer.userId } });
  if (count === 0) throw new BoardsError("session.not_found", { field: "id" });
  return true;
}

/** Ends every session of the viewer but the one that asks. Answers how many. */
export async function revokeOtherSessions(viewer: Viewer): Promise<number> {
  const { sessionId } = currentVisit();
  const { count } = await db().userSession.deleteMany({ where: { userId: viewer.userId, ...(sessionId ? { id: { not: sessionId } } : {}) } });
  return count;
}
