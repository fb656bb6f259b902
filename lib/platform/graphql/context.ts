import { type BoardLoaders, boardLoaders } from "@/lib/boards/board-loaders";
import { type TagLoaders, tagLoaders } from "@/lib/curation/tags/tag-loaders";
import { type GenerationLoaders, generationLoaders } from "@/lib/generations/generation-loaders";
import { type LineageLoaders, lineageLoaders } from "@/lib/generations/lineage/lineage-loaders";
import { type AddedModelLoaders, addedModelLoaders } from "@/lib/generators/added-models/added-model-loaders";
import { type UserLoaders, userLoaders } from "@/lib/identity/users/user-loaders";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { Visit } from "@/lib/platform/caller/visit";
import { RequestBudget } from "@/lib/platform/graphql/request-budget";

/** What every resolver gets. */
export interface GraphqlContext {
  /** Names this request in the log and in the answer's `x-request-id`. */
  requestId: string;
  viewer: Viewer | null;
  /** Whose account it is: also of somebody who is in no tenant, and so no viewer. Null for nobody, and for keys. */
  accountId: string | null;
  /** The browser session that asks, if one does. */
  sessionId: string | null;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal | undefined;
  /** What this request may still cost. */
  budget: RequestBudget;
  /** What was done though it was not quite right; told in the answer's extensions. */
  warnings: { field: string; message: string }[];
  loaders: AddedModelLoaders & BoardLoaders & GenerationLoaders & LineageLoaders & TagLoaders & UserLoaders;
}

/** A fresh context for one request: its loaders see with this viewer's eyes and forget afterwards. */
export function createContext(visit: Pick<Visit, "viewer"> & Partial<Visit>): GraphqlContext {
  const { viewer, signal, requestId = "", sessionId = null } = visit;
  const accountId = visit.accountId ?? (viewer && viewer.via !== "api-key" ? viewer.accountId : null);
  const budget = new RequestBudget();
  const loaders = {
    ...addedModelLoaders(viewer),
    ...boardLoaders(viewer, budget),
    ...generationLoaders(viewer, budget),
    ...lineageLoaders(viewer, budget),
    ...tagLoaders(budget),
    ...userLoaders(viewer, budget),
  };
  return { requestId, viewer, accountId, sessionId, signal, budget, warnings: [], loaders };
}
