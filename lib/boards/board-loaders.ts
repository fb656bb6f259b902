import DataLoader from "dataloader";
import { boardsFamiliarTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { selecting } from "@/lib/platform/graphql/columns";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { pageLoader, rowLoader } from "@/lib/platform/graphql/page-loader";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { type Generation, Prisma } from "@/prisma/generated/client";

/** Batched reads around boards, for one request. */
function boardLoaders(viewer: Viewer | null, budget: RequestBudget) {
  return {
    /** The viewer's role on a board by its members list; null if they are not on it. */
    memberRole: new DataLoader<string, string | null>(async (boardIds) => {
      if (!viewer) return boardIds.map(() => null);
      const rows = await db().boardMember.findMany({ where: { userId: viewer.userId, boardId: { in: [...boardIds] } } });
      const roles = new Map(rows.map((row) => [row.boardId, row.role]));
      return boardIds.map((id) => roles.get(id) ?? null);
    }),
    /** Whether the viewer is no stranger to a board. */
    isFamiliar: new DataLoader<string, boolean>(async (boardIds) => {
      if (!viewer) return boardIds.map(() => false);
      const rows = await db().board.findMany({ where: { id: { in: [...boardIds] }, ...boardsFamiliarTo(viewer) }, select: { id: true } });
      const familiar = new Set(rows.map(({ id }) => id));
      return boardIds.map((id) => familiar.has(id));
    }),
    /** How many generations are on a board, without those in the trash. */
    generationCount: new DataLoader<string, number>(async (boardIds) => {
      const groups = await db().boardGenerationCount.groupBy({ by: ["boardId"], where: { boardId: { in: [...boardIds] } }, _sum: { change: true } });
      const counts = new Map(groups.map(({ boardId, _sum }) => [boardId, _sum.change]));
      return boardIds.map((id) => counts.get(id) ?? 0);
    }),
    board: rowLoader(budget, (ids) => db().board.findMany({ where: { id: { in: ids } } })),
    /** Everybody but the owner, who came first comes first. */
    members: pageLoader(budget, Prisma.sql`SELECT id FROM boards.board_members WHERE board_id = parent.id ORDER BY joined_at, id`, (ids) =>
      db().boardMember.findMany({ where: { id: { in: ids } } }),
    ),
    /** What is on a board and not in the trash, newest first. */
    generations: pageLoader<Generation>(
      budget,
      Prisma.sql`
        SELECT id FROM boards.generations WHERE board_id = parent.id AND trashed_at IS NULL
        ORDER BY created_at DESC, batch_index, id DESC`,
      (ids, columns) => db().generation.findMany({ where: { id: { in: ids } }, ...selecting(columns) }) as Promise<Generation[]>,
    ),
    /** Invitations to a board that wait, newest first. */
    openInvitations: pageLoader(
      budget,
      Prisma.sql`
        SELECT id FROM boards.invitations WHERE board_id = parent.id AND accepted_at IS NULL AND expires_at > now() ORDER BY created_at DESC, id DESC`,
      (ids) => db().invitation.findMany({ where: { id: { in: ids } } }),
    ),
    /** Share links of a board that are not revoked, newest first. */
    shareLinks: pageLoader(
      budget,
      Prisma.sql`SELECT id FROM boards.share_links WHERE board_id = parent.id AND revoked_at IS NULL ORDER BY created_at DESC, id DESC`,
      (ids) => db().shareLink.findMany({ where: { id: { in: ids } } }),
    ),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof boardLoaders> {}
}

registerLoaders(boardLoaders);
