import type { GenerationSearchInput } from "../generated/graphql.ts";
import type { GalleryItem } from "./gallery-item.ts";

/** What a gallery shows of a board, or of all boards. All that is given must hold; nothing given is everything. */
export type GalleryFilter = Omit<GenerationSearchInput, "boardId">;

/** The search that finds just what a gallery shows, on a board or, with null, on all boards of the viewer: for counting it, or for changing all of it. */
export function searchOf(boardId: string | null, filter: GalleryFilter): GenerationSearchInput {
  const given = Object.entries(filter).filter(([, value]) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0));
  // In one order, so that equal filters are asked for, and kept, as one.
  return { ...(boardId ? { boardId } : {}), ...Object.fromEntries(given.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

/** Whether an item belongs to what a search finds; undefined where only the server can tell. */
export function isFound({ artifactType }: GalleryItem, { boardId, artifactTypes, ...rest }: GenerationSearchInput): boolean | undefined {
  if (artifactTypes && !artifactTypes.includes(artifactType)) return false;
  return boardId && Object.keys(rest).length === 0 ? true : undefined;
}
