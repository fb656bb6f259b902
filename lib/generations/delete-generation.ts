import { destroyGenerations } from "@/lib/generations/destroy-generations";
import { findGenerationToModerate } from "@/lib/generations/find-generation";
import { findMany, mayModerate } from "@/lib/generations/find-many";
import { boardsOf, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";

/** Deletes a generation with its files, stopping it first when it is under way. What was made from it stays. */
export async function deleteGeneration(viewer: Viewer, id: string): Promise<true> {
  await findGenerationToModerate(viewer, id, "delete");
  await destroyGenerations([id]);
  return true;
}

/** Deletes up to 200 generations for good, all or none. Answers how many. */
export async function deleteGenerations(viewer: Viewer, ids: string[]): Promise<number> {
  const where = { OR: [generationsVisibleTo(viewer), { trashedAt: { not: null }, board: boardsOf(viewer) }] };
  const generations = await findMany(viewer, ids, mayModerate, where);
  return destroyGenerations(generations.map(({ id }) => id));
}
