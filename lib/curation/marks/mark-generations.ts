import { findMany } from "@/lib/generations/find-many";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";

/** Stars or rates up to 200 generations that the viewer may see, for themselves alone. A rating of null takes it away. Answers their ids. */
export async function markGenerations(viewer: Viewer, ids: string[], mark: { isStarred?: boolean; rating?: number | null }): Promise<string[]> {
  const { rating } = mark;
  if (rating !== null && rating !== undefined && (!Number.isInteger(rating) || rating < 1 || rating > 5))
    throw new BoardsError("input.invalid", { message: say("reasons.input.between", { name: "rating", minimum: 1, maximum: 5 }), field: "rating" });
  const generations = await findMany(viewer, ids, () => true);
  const { userId } = viewer;
  const marked = generations.map((generation) => generation.id);
  // In one order, so that no two requests wait for each other.
  const upserts = marked.toSorted().map((generationId) => {
    const key = { userId, generationId };
    return db().generationMark.upsert({
      where: { userId_generationId: key },
      create: { ...key, ...mark },
      update: { ...mark, updatedAt: new Date() },
    });
  });
  // Neither star nor rating is no mark.
  const empty = db().generationMark.deleteMany({ where: { userId, generationId: { in: marked }, isStarred: false, rating: null } });
  await countWork("label", viewer.accountId, marked.length, () => db().$transaction([...upserts, empty]));
  return marked;
}
