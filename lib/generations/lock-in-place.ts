import type { Transaction } from "@/lib/platform/db/client";

/**
 * Locks rows that were read before the transaction, and answers those that are still where they were: what was deleted or moved to another board
 * meanwhile was not decided about, and its board is not the one to tell.
 */
export async function lockInPlace<Row extends { id: string; boardId: string }>(tx: Transaction, rows: Row[]): Promise<Row[]> {
  const ids = rows.map(({ id }) => id);
  const found = await tx.$queryRaw<{ id: string; boardId: string }[]>`
    SELECT id::text, board_id::text AS "boardId" FROM boards.generations WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const boardOf = new Map(found.map(({ id, boardId }) => [id, boardId]));
  return rows.filter(({ id, boardId }) => boardOf.get(id) === boardId);
}
