import DataLoader from "dataloader";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";

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
  };
}

export type BoardLoaders = ReturnType<typeof boardLoaders>;
