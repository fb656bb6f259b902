import DataLoader from "dataloader";
import type { Viewer } from "@/lib/auth/viewer";
import { boardsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import type { Board, Invitation, ShareLink } from "@/prisma/generated/client";

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
    /** How many generations are on a board, without those in the trash. */
    generationCount: new DataLoader<string, number>(async (boardIds) => {
      const groups = await db().generation.groupBy({
        by: ["boardId"],
        where: { boardId: { in: [...boardIds] }, trashedAt: null },
        _count: { _all: true },
      });
      const counts = new Map(groups.map(({ boardId, _count }) => [boardId, _count._all]));
      return boardIds.map((id) => counts.get(id) ?? 0);
    }),
    /** Boards that a user is a member of and the viewer may see, last changed first; at most 200. */
    memberBoards: new DataLoader<string, Board[]>(async (userIds) => {
      const rows = await db().boardMember.findMany({
        where: { userId: { in: [...userIds] }, board: boardsVisibleTo(viewer) },
        include: { board: true },
        orderBy: { board: { updatedAt: "desc" } },
      });
      return userIds.map((id) => rows.flatMap((row) => (row.userId === id ? row.board : [])).slice(0, 200));
    }),
    /** Invitations to a board that wait, newest first. */
    openInvitations: new DataLoader<string, Invitation[]>(async (boardIds) => {
      const open = { acceptedAt: null, expiresAt: { gt: new Date() } };
      const rows = await db().invitation.findMany({ where: { boardId: { in: [...boardIds] }, ...open }, orderBy: { createdAt: "desc" } });
      return boardIds.map((id) => rows.filter((row) => row.boardId === id));
    }),
    /** Share links of a board that are not revoked, newest first. */
    shareLinks: new DataLoader<string, ShareLink[]>(async (boardIds) => {
      const rows = await db().shareLink.findMany({ where: { boardId: { in: [...boardIds] }, revokedAt: null }, orderBy: { createdAt: "desc" } });
      return boardIds.map((id) => rows.filter((row) => row.boardId === id));
    }),
  };
}

export type BoardLoaders = ReturnType<typeof boardLoaders>;
