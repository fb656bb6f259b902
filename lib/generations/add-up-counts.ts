import { db, type Transaction } from "@/lib/platform/db/client";
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

/**
 * Makes one row per board of the changes that this transaction made to the counts of these boards. For a transaction that moves or trashes
 * many generations: the trigger writes up to two rows for each. A trigger for whole statements would add them up by itself, but it runs on every
 * update of a generation, such as its progress, and makes each about a sixth slower.
 */
export async function addUpOwnCounts(tx: Transaction, boardIds: string[]): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM boards.board_generation_counts WHERE board_id = ANY(${boardIds}::uuid[]) AND xmin = pg_current_xact_id()::xid
      RETURNING board_id, change
    )
    INSERT INTO boards.board_generation_counts (board_id, change) SELECT board_id, sum(change) FROM gone GROUP BY board_id HAVING sum(change) <> 0`;
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
