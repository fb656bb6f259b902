import { AsyncLocalStorage } from "node:async_hooks";
import type { Viewer } from "@/lib/platform/caller/viewer";

/** Who is calling, and by what; a viewer of null is nobody. */
export interface Authenticated {
  viewer: Viewer | null;
  /** Whose account it is: also of someone who has signed in and is in no tenant, and so no viewer. Null for nobody, and for keys. */
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
export interface RequestContext extends Authenticated {
  requestId: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** Aborted when whoever asked has gone. */
  signal?: AbortSignal;
}

/** Who calls without saying who it is. */
export const nobody: Authenticated = { viewer: null, accountId: null, sessionId: null, namesTenant: false, apiKeyId: null, tokenExpiresAt: null };

const nowhere: RequestContext = { requestId: "", ...nobody, ipAddress: null, userAgent: null };

// Each bundle of Next.js evaluates this module for itself; the request must be known in all of them.
const kept = globalThis as { boardsRequests?: AsyncLocalStorage<RequestContext> };
kept.boardsRequests ??= new AsyncLocalStorage<RequestContext>();
const requests = kept.boardsRequests;

/** Does `work` as part of this request. */
export function duringRequest<T>(context: RequestContext, work: () => T): T {
  return requests.run(context, work);
}

/** The request that is being answered; an empty one outside of any. */
export function currentRequest(): RequestContext {
  return requests.getStore() ?? nowhere;
}
