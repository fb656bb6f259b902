import type { GenerationSearch } from "@/lib/generations/search/search-sql";
import { boardsOf, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** What a client asks for. */
export interface AskedSearch extends Omit<GenerationSearch, "similarTo" | "perceptualHash"> {
  /** What looks like this generation. */
  similarTo?: string | null;
}

/**
 * A search with the looks of what similar ones are asked for, as they are now: what works through it later, such as a bulk job, needs nothing of that
 * generation any more. Refuses one that the viewer can't see; one in the trash counts for its board's own people, since others like it are left.
 */
export async function resolveSearch(viewer: Viewer | null, { similarTo, ...search }: AskedSearch, path = ""): Promise<GenerationSearch> {
  if (!similarTo) return search;
  const field = `${path}similarTo`;
  const places = [generationsVisibleTo(viewer), ...(viewer ? [{ trashedAt: { not: null }, board: boardsOf(viewer) }] : [])];
  const source = await db().generation.findFirst({ where: { id: similarTo, OR: places }, select: { perceptualHash: true } });
  if (!source) throw new BoardsError("generation.not_found", { field });
  if (!source.perceptualHash) throw new BoardsError("input.invalid", { message: say("reasons.generation.noLooks"), field });
  return { ...search, perceptualHash: source.perceptualHash };
}
