import { db } from "@/lib/platform/db/client";
import { daysAgo, deleteInPieces } from "@/lib/platform/db/delete-in-pieces";
import { env } from "@/lib/platform/env";

/**
 * A client that comes back is told so many events of a board; one that missed more gets a snapshot instead. As many of the newest are kept, however
 * old, so that a replay has no gap.
 */
export const replayLimit = 1000;

/** Deletes journal events older than BOARDS_JOURNAL_DAYS. Answers how many. */
export async function pruneJournal(now = new Date(), piece?: number): Promise<number> {
  const before = daysAgo(env().retention.journalDays, now);
  if (!before) return 0;
  // A board's oldest event tells whether there is anything to do, by one look into the index.
  return deleteInPieces(
    (limit) => db().$executeRaw`
      DELETE FROM boards.generation_events AS e USING (
        SELECT c.board_id, old.number FROM boards.board_event_counters AS c
        CROSS JOIN LATERAL (
          SELECT number, created_at FROM boards.generation_events WHERE board_id = c.board_id ORDER BY number LIMIT 1
        ) AS oldest
        CROSS JOIN LATERAL (
          SELECT number FROM boards.generation_events
          WHERE board_id = c.board_id AND number <= c.last_number - ${replayLimit} AND created_at < ${before} ORDER BY number LIMIT ${limit}
        ) AS old
        WHERE oldest.created_at < ${before} AND oldest.number <= c.last_number - ${replayLimit} LIMIT ${limit}
      ) AS gone WHERE e.board_id = gone.board_id AND e.number = gone.number`,
    piece,
  );
}
