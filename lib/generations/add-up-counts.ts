import { db } from "@/lib/platform/db/client";
import { log } from "@/lib/platform/log";

/** A board's count is read as the sum of at most about so many rows. */
const usualRows = 100;

/** Makes one row of the counts of each board that has many, or no longer exists. Answers how many boards. Changes meanwhile add rows of their own. */
export function addUpCounts(most = usualRows): Promise<number> {
  return db().$executeRaw`
    WITH gone AS (
      DELETE FROM boards.board_generation_counts WHERE board_id IN (
        SELECT board_id FROM boards.board_generation_counts AS kept GROUP BY board_id
        HAVING count(*) > ${most} OR NOT EXISTS (SELECT FROM boards.boards AS b WHERE b.id = kept.board_id)
      ) RETURNING board_id, change
    )
    INSERT INTO boards.board_generation_counts (board_id, change)
    SELECT board_id, sum(change) FROM gone JOIN boards.boards AS b ON b.id = board_id GROUP BY board_id`;
}

/** Counts every board's generations and corrects what was kept of them. Answers how many boards were wrong, which is a fault: the log says so. */
export async function correctCounts(): Promise<number> {
  const wrong = await db().$queryRaw<{ board_id: string; change: number }[]>`
    WITH real AS (SELECT board_id, count(*)::int AS count FROM boards.generations WHERE trashed_at IS NULL GROUP BY board_id),
      kept AS (SELECT board_id, sum(change)::int AS count FROM boards.board_generation_counts GROUP BY board_id)
    INSERT INTO boards.board_generation_counts (board_id, change)
    SELECT board_id, coalesce(real.count, 0) - coalesce(kept.count, 0) FROM real FULL JOIN kept USING (board_id)
    WHERE coalesce(real.count, 0) <> coalesce(kept.count, 0) RETURNING board_id::text, change`;
  for (const { board_id, change } of wrong) log.error({ boardId: board_id, change }, "a board's count of generations was wrong and is corrected");
  return wrong.length;
}
