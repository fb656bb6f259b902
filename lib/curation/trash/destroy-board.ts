import { destroyGenerations } from "@/lib/generations/destroy-generations";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { db, type Transaction } from "@/lib/platform/db/client";
import { sqlList } from "@/lib/platform/db/sql-list";

/** So many generations are deleted in one transaction. */
export const generationsAtOnce = 1000;
const eventsAtOnce = 10_000;

/** Hides a board from everyone for good, in the transaction; what is on it is deleted afterwards, by `destroySomeOf`. */
export async function markDeleted(tx: Transaction, boardId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE boards.boards SET trashed_at = coalesce(trashed_at, now()), deleted_at = coalesce(deleted_at, now()) WHERE id = ${boardId}::uuid`;
  // The journal goes with the board, so nothing else tells those who watch it.
  await tx.$executeRaw`SELECT pg_notify('generation_events', ${`${boardId}:gone`})`;
}

/**
 * Deletes a piece of a board that is marked as deleted: up to a thousand generations with their files, those under way first; then the journal,
 * then the board. Whatever is left says what is to be done, so a piece that was broken off is simply done again. `alsoDo` is told how many
 * generations go, in the transaction. Answers false once the board is gone.
 */
export async function destroySomeOf(boardId: string, alsoDo?: (tx: Transaction, count: number) => Promise<void>): Promise<boolean> {
  const ids = await nextOf(boardId);
  if (ids.length > 0) {
    await destroyGenerations(ids, { isRecorded: false, alsoDo: (tx) => alsoDo?.(tx, ids.length) ?? Promise.resolve() });
    return true;
  }
  const events = await db().$executeRaw`
    DELETE FROM boards.generation_events WHERE board_id = ${boardId}::uuid
      AND number IN (SELECT number FROM boards.generation_events WHERE board_id = ${boardId}::uuid ORDER BY number LIMIT ${eventsAtOnce})`;
  if (events === eventsAtOnce) return true;
  return db().$transaction(async (tx) => {
    // Nobody can add to a board whose row is held; who did just before is seen.
    await tx.$queryRaw`SELECT FROM boards.boards WHERE id = ${boardId}::uuid FOR UPDATE`;
    if (await tx.generation.findFirst({ where: { boardId }, select: { id: true } })) return true;
    await tx.board.deleteMany({ where: { id: boardId } });
    return false;
  });
}

async function nextOf(boardId: string): Promise<string[]> {
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  // "Not completed" says no more, but is what the index of statuses holds.
  const live = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM boards.generations WHERE board_id = ${boardId}::uuid AND status <> 'completed' AND status IN (${sqlList(liveStatuses)})
    LIMIT ${generationsAtOnce}`;
  if (live.length > 0) return idsOf(live);
  return idsOf(await db().generation.findMany({ where: { boardId }, select: { id: true }, orderBy: { createdAt: "asc" }, take: generationsAtOnce }));
}
