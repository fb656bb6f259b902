import DataLoader from "dataloader";
import { boardIsFamiliarSql, boardIsVisibleSql, publicBoards } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { pageLoader, rowLoader } from "@/lib/platform/graphql/page-loader";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { Prisma } from "@/prisma/generated/client";

/** Batched reads around users, for one request. */
function userLoaders(viewer: Viewer | null, budget: RequestBudget) {
  const readBoards = (ids: string[]) => db().board.findMany({ where: { id: { in: ids } } });
  return {
    user: rowLoader(budget, (ids) => db().user.findMany({ where: { id: { in: ids } } })),
    /** What is known of a user by their account, for whoever may know it. */
    account: rowLoader(budget, (ids) => db().account.findMany({ where: { id: { in: ids } } })),
    /** When a browser of a user that is still signed in was last used; null while there is none. */
    lastUsedAt: new DataLoader<string, Date | null>(async (userIds) => {
      // Sessions are the installation's.
      const groups = await readAsInstallation(() =>
        db().userSession.groupBy({ by: ["userId"], where: { userId: { in: [...userIds] } }, _max: { lastUsedAt: true } }),
      );
      const times = new Map(groups.map(({ userId, _max }) => [userId, _max.lastUsedAt]));
      return userIds.map((id) => times.get(id) ?? null);
    }),
    /** Boards that a user owns and the viewer may see, last changed first. */
    ownedBoards: pageLoader(
      budget,
      Prisma.sql`SELECT b.id FROM boards.boards AS b WHERE b.owner_id = parent.id AND ${boardIsVisibleSql(viewer)} ORDER BY b.updated_at DESC, b.id DESC`,
      readBoards,
    ),
    /** Boards that a user is a member of and the viewer may see and is no stranger to, last changed first. */
    memberBoards: pageLoader(
      budget,
      Prisma.sql`
        SELECT b.id FROM boards.board_members AS own JOIN boards.boards AS b ON b.id = own.board_id
        WHERE own.user_id = parent.id AND ${boardIsVisibleSql(viewer)} AND ${boardIsFamiliarSql(viewer)} ORDER BY b.updated_at DESC, b.id DESC`,
      readBoards,
    ),
    /** Whether a user owns a public board, and so is known to everyone by name. */
    ownsPublicBoard: new DataLoader<string, boolean>(async (userIds) => {
      const where = { ...publicBoards, ownerId: { in: [...userIds] } };
      const owners = new Set((await db().board.findMany({ where, distinct: ["ownerId"], select: { ownerId: true } })).map(({ ownerId }) => ownerId));
      return userIds.map((id) => owners.has(id));
    }),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof userLoaders> {}
}

registerLoaders(userLoaders);
