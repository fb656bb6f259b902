import type { Viewer } from "@/lib/auth/viewer";
import type { Visit } from "@/lib/auth/visit";
import { type BoardLoaders, boardLoaders } from "@/lib/boards/board-loaders";
import { type GenerationLoaders, generationLoaders } from "@/lib/generations/generation-loaders";
import { type LineageLoaders, lineageLoaders } from "@/lib/lineage/lineage-loaders";

/** What every resolver gets. */
export interface GraphqlContext {
  /** Names this request in the log and in the answer's `x-request-id`. */
  requestId: string;
  viewer: Viewer | null;
  loaders: BoardLoaders & GenerationLoaders & LineageLoaders;
}

/** A fresh context for one request: its loaders see with this viewer's eyes and forget afterwards. */
export function createContext({ viewer, requestId = "" }: Pick<Visit, "viewer"> & Partial<Visit>): GraphqlContext {
  return { requestId, viewer, loaders: { ...boardLoaders(viewer), ...generationLoaders(viewer), ...lineageLoaders(viewer) } };
}
