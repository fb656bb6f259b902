import { AsyncLocalStorage } from "node:async_hooks";
import type { Viewer } from "@/lib/platform/caller/viewer";

/** Who is calling, and by what; a viewer of null is nobody. */
export interface Authenticated {
  viewer: Viewer | null;
  /** Whose account it is: also of somebody who has signed in and is in no tenant, and so no viewer. Null for nobody, and for keys. */
  accountId: string | null;
  /** The browser session, if that is how they came in. */
  sessionId: string | null;
  /** Whether the request itself named the tenant: where the session stands has no part in it. */
  namesTenant: boolean;
  /** The API key, if that is how. */
  apiKeyId: string | null;
  /** When the bearer token ends, if that is how. */
  tokenExpiresAt: Date | null;
}

/** One request: who sent it, and from where. */
export interface Visit extends Authenticated {
  requestId: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** Aborted when whoever asked has gone. */
  signal?: AbortSignal;
}

/** Who calls without saying who it is. */
export const nobody: Authenticated = { viewer: null, accountId: null, sessionId: null, namesTenant: false, apiKeyId: null, tokenExpiresAt: null };

const nowhere: Visit = { requestId: "", ...nobody, ipAddress: null, userAgent: null };

// Each bundle of Next.js evaluates this module for itself; a visit must be known in all of them.
const kept = globalThis as { boardsVisits?: AsyncLocalStorage<Visit> };
kept.boardsVisits ??= new AsyncLocalStorage<Visit>();
const visits = kept.boardsVisits;

/** Does `work` as part of this request. */
export function duringVisit<T>(visit: Visit, work: () => T): T {
  return visits.run(visit, work);
}

/** The request that is being answered; an empty one outside of any. */
export function currentVisit(): Visit {
  return visits.getStore() ?? nowhere;
}
