import { verifyBearerToken } from "@/lib/auth/verify-bearer-token";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { ensureDefaultTenant } from "@/lib/tenants/ensure-tenant";
import { ensureUser, type Identity } from "@/lib/users/ensure-user";

/** Somebody who is signed in, seen from one tenant. */
export interface Viewer {
  userId: string;
  tenantId: string;
}

/** The owner of a local installation; the subject and address are the original's, so its databases carry over. */
export const localOwner: Identity = { authProvider: "none", authSubject: "dev-user", email: "dev@example.com", displayName: "Local owner" };

/** Who sent this request; null for nobody. A token that does not hold is an error, never an anonymous visit. */
export async function viewerOf(request: Request): Promise<Viewer | null> {
  if (env().authProvider === "none") return signIn(localOwner);
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  if (!token || scheme?.toLowerCase() !== "bearer") return null;
  return signIn(await verifyBearerToken(token));
}

/** Insists that somebody is signed in. `action` ends the sentence, as in "to create a board". */
export function requireViewer(viewer: Viewer | null, action?: string): Viewer {
  if (viewer) return viewer;
  throw new BoardsError("auth.required", action ? { message: `Authentication required ${action}` } : {});
}

async function signIn(identity: Identity): Promise<Viewer> {
  const tenant = await ensureDefaultTenant();
  const user = await ensureUser(tenant.id, identity);
  return { userId: user.id, tenantId: user.tenantId };
}
