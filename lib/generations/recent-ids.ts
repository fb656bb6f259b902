import { boardIsOfSql } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { beyondSql, orderSql, type SqlKeyset } from "@/lib/platform/db/keyset";
import { Prisma } from "@/prisma/generated/client";

/** What is asked for on all boards that the viewer owns or is a member of. */
export interface RecentSearch {
  status?: string | null;
  artifactType?: string | null;
  take: number;
  skip?: number;
  keyset?: SqlKeyset;
}

/**
 * The ids of a page of what is on all boards of the viewer, newest first unless `keyset` turns it. A page of 50 lies on at most 50 boards: those
 * whose own newest is newest. So each board is asked for one row, and those few for a page, whatever else the tenant has.
 */
export async function recentIds(viewer: Viewer, { status, artifactType, take, skip = 0, keyset }: RecentSearch): Promise<string[]> {
  // As the cursor has it; without one, a batch in its own order.
  const order = (table: "g" | "first" | "item") =>
    keyset ? orderSql(table, keyset) : Prisma.raw(`${table}.created_at DESC, ${table}.batch_index, ${table}.id DESC`);
  const conditions = [
    Prisma.sql`g.trashed_at IS NULL`,
    ...(status ? [Prisma.sql`g.status = ${status}`] : []),
    ...(artifactType ? [Prisma.sql`g.artifact_type = ${artifactType}`] : []),
    ...(keyset ? [beyondSql("g", keyset)] : []),
  ];
  const onBoard = (more: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT g.id, g.created_at, g.batch_index FROM boards.generations AS g WHERE ${Prisma.join([more, ...conditions], " AND ")}
    ORDER BY ${order("g")} LIMIT ${limit}`;
  const isFull = Prisma.sql`count(*) = ${take + skip}`;
  // Each of the boards has a row on this side of the last one's first, so that nothing beyond it is on the page.
  const within =
    keyset?.direction === "asc"
      ? Prisma.sql`g.board_id = chosen.board_id AND g.created_at <= (SELECT CASE WHEN ${isFull} THEN max(at) ELSE 'infinity'::timestamptz END FROM chosen)`
      : Prisma.sql`g.board_id = chosen.board_id AND g.created_at >= (SELECT CASE WHEN ${isFull} THEN min(at) ELSE '-infinity' END FROM chosen)`;
  const rows = await db().$queryRaw<{ found: string }[]>`
    WITH chosen AS MATERIALIZED (
      SELECT b.id AS board_id, first.created_at AS at
      FROM boards.boards AS b CROSS JOIN LATERAL (${onBoard(Prisma.sql`g.board_id = b.id`, 1)}) AS first
      WHERE ${boardIsOfSql(viewer)} ORDER BY ${order("first")} LIMIT ${take + skip}
    )
    SELECT item.id::text AS found FROM chosen CROSS JOIN LATERAL (${onBoard(within, take + skip)}) AS item
    ORDER BY ${order("item")} LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ found }) => found);
}
