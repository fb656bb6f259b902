import type { Pieces, Work } from "@/lib/curation/bulk-jobs/pieces";
import { destroySomeOf, generationsAtOnce } from "@/lib/curation/trash/destroy-board";
import { destroyGenerations } from "@/lib/generations/destroy-generations";
import { boardsMadeOnBy } from "@/lib/identity/access/board-policy";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** What is in the trash and has been there since before the job, among what the viewer may delete. */
function trashedBefore({ job, viewer: { tenantId, userId } }: Work): Prisma.GenerationWhereInput {
  return {
    tenantId,
    trashedAt: { lt: job.createdAt },
    board: { trashedAt: null, tenantId },
    OR: [{ board: { ownerId: userId } }, { userId, board: boardsMadeOnBy(userId) }],
  };
}

const deletedBoardsOf = ({ viewer: { tenantId, userId } }: Work) => ({
  tenantId,
  ownerId: userId,
  trashedAt: { not: null },
  deletedAt: { not: null },
});

/** The generations in the trash, and then the deleted boards with what is on them. What is left says what is to be done. */
export const emptiedTrashPieces: Pieces = {
  count: (work) => db().generation.count({ where: { OR: [trashedBefore(work), { board: deletedBoardsOf(work) }] } }),
  doNext: async (work, moveOn) => {
    const rows = await db().generation.findMany({
      where: trashedBefore(work),
      select: { id: true },
      orderBy: { trashedAt: "asc" },
      take: generationsAtOnce,
    });
    if (rows.length > 0) {
      const ids = rows.map(({ id }) => id);
      await destroyGenerations(ids, { isOnlyTrashed: true, alsoDo: (tx) => moveOn(tx, { done: ids.length }) });
      return true;
    }
    const board = await db().board.findFirst({ where: deletedBoardsOf(work), select: { id: true } });
    if (board) await destroySomeOf(board.id, (tx, done) => moveOn(tx, { done }));
    return board !== null;
  },
};
