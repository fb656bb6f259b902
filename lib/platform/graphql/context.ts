import type { RequestContext } from "@/lib/platform/caller/request-context";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { RequestBudget } from "@/lib/platform/graphql/request-budget";

type MakeLoaders = (viewer: Viewer | null, budget: RequestBudget) => object;
const makers: MakeLoaders[] = [];

/** Batched reads for one request. Each noun declares its own here (`declare module`) and registers what makes them, so that this file imports none. */
export class Loaders {
  constructor(viewer: Viewer | null, budget: RequestBudget) {
    for (const make of makers) Object.assign(this, make(viewer, budget));
  }
}

/** Adds the loaders of a noun to every context that is made from now on. */
export function registerLoaders(make: MakeLoaders): void {
  makers.push(make);
}

/** What every resolver gets. */
export interface GraphqlContext {
  /** Names this request in the log and in the answer's `x-request-id`. */
  requestId: string;
  viewer: Viewer | null;
  /** Whose account it is: also of someone who is in no tenant, and so no viewer. Null for nobody, and for keys. */
  accountId: string | null;
  /** The browser session that asks, if one does. */
  sessionId: string | null;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal | undefined;
  /** What this request may still cost. */
  budget: RequestBudget;
  /** What was done though it was not quite right; told in the answer's extensions. */
  warnings: { field: string; message: string }[];
  loaders: Loaders;
}

/** A fresh context for one request: its loaders see with this viewer's eyes and forget afterwards. */
export function createContext(caller: Pick<RequestContext, "viewer"> & Partial<RequestContext>): GraphqlContext {
  const { viewer, signal, requestId = "", sessionId = null } = caller;
  const accountId = caller.accountId ?? (viewer && viewer.via !== "api-key" ? viewer.accountId : null);
  const budget = new RequestBudget();
  return { requestId, viewer, accountId, sessionId, signal, budget, warnings: [], loaders: new Loaders(viewer, budget) };
}
