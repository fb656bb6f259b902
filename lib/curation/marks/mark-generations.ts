import { findMany } from "@/lib/generations/find-many";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";

/** Stars or rates up to 200 generations that the viewer may see, for themselves alone. A rating of null takes it away. Answers their ids. */
export async function markGenerations(viewer: Viewer, ids: string[], mark: { isStarred?: boolean; rating?: number | null }): Promise<string[]> {
  const { rating } = mark;
  if (rating !== null && rating !== undefined && (!Number.isInteger(rating) || rating < 1 || rating > 5))
    throw new BoardsError("input.invalid", { message: say("reasons.input.between", { name: "rating", minimum: 1, maximum: 5 }), field: "rating" });
  const generations = await findMany(viewer, ids, () => true);
  const marked = generations.map((generation) => generation.id);
  await countWork("label", viewer.accountId, marked.length, () => writeMarks(viewer.userId, marked, mark));
  return marked;
}

/** Writes a user's mark of generations in one transaction; the caller has decided. */
export async function writeMarks(
  userId: string,
  generationIds: string[],
  { isStarred = null, rating }: { isStarred?: boolean | null; rating?: number | null },
  alsoDo?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    // In one order, so that no two requests wait for each other.
    await tx.$executeRaw`
      INSERT INTO boards.generation_marks AS mark (user_id, generation_id, is_starred, rating)
      SELECT ${userId}::uuid, id, coalesce(${isStarred}::boolean, false), ${rating ?? null}::smallint
      FROM boards.generations WHERE id = ANY(${generationIds}::uuid[]) ORDER BY id
      ON CONFLICT (user_id, generation_id) DO UPDATE SET is_starred = coalesce(${isStarred}::boolean, mark.is_starred),
        rating = CASE WHEN ${rating === undefined}::boolean THEN mark.rating ELSE excluded.rating END, updated_at = now()`;
    // Neither star nor rating is no mark.
    await tx.$executeRaw`
      DELETE FROM boards.generation_marks
      WHERE user_id = ${userId}::uuid AND generation_id = ANY(${generationIds}::uuid[]) AND NOT is_starred AND rating IS NULL`;
    await alsoDo?.(tx);
  });
}
