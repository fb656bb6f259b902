import DataLoader from "dataloader";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { Prisma } from "@/prisma/generated/client";

const coverSize = 4;

/** Batched reads around boards, for one request. */
export function boardLoaders(viewer: Viewer | null) {
  return {
    /** The viewer's role on a board by its members list; null when he is not on it. */
    memberRole: new DataLoader<string, string | null>(async (boardIds) => {
      if (!viewer) return boardIds.map(() => null);
      const rows = await db().boardMember.findMany({ where: { userId: viewer.userId, boardId: { in: [...boardIds] } } });
      const roles = new Map(rows.map((row) => [row.boardId, row.role]));
      return boardIds.map((id) => roles.get(id) ?? null);
    }),
    /** The newest pictures of a board, for its cover. */
    cover: new DataLoader<string, Prisma.GenerationGetPayload<object>[]>(async (boardIds) => {
      const newest = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT picture.id FROM unnest(${[...boardIds]}::uuid[]) AS board(id) CROSS JOIN LATERAL (
          SELECT id FROM boards.generations
          WHERE board_id = board.id AND status = 'completed' AND cardinality(thumbnail_widths) > 0
          ORDER BY created_at DESC, id DESC LIMIT ${coverSize}
        ) AS picture`);
      const rows = await db().generation.findMany({
        where: { id: { in: newest.map((row) => row.id) } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      });
      return boardIds.map((id) => rows.filter((row) => row.boardId === id));
    }),
  };
}

export type BoardLoaders = ReturnType<typeof boardLoaders>;
