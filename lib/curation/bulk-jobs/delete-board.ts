import { findBoardFor } from "@/lib/boards/find-board";
import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { destroySomeOf, generationsAtOnce, markDeleted } from "@/lib/curation/trash/destroy-board";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";

/** Its generations, its journal and the board itself. */
const piecesAtOnce = 3;

/**
 * Deletes a board for good with everything on it, its files included, also from its owner's trash. From now on nobody sees it. If there is more than one piece, a bulk job
 * deletes what is on it.
 */
export async function deleteBoard(viewer: Viewer, boardId: string): Promise<true> {
  const ownTrash = { id: boardId, tenantId: viewer.tenantId, ownerId: viewer.userId, trashedAt: { not: null }, deletedAt: null };
  const board =
    (await db().board.findFirst({ where: ownTrash })) ?? (await findBoardFor(viewer, "delete", boardId, say("reasons.board.deleteDenied"), "id"));
  const atOnce = (tx: Transaction) => markDeleted(tx, board.id);
  const job = { kind: "delete_board", arguments: { boardId: board.id, title: board.title }, atOnce } as const;
  const some = await db().generation.findMany({ where: { boardId: board.id }, select: { id: true }, take: generationsAtOnce + 1 });
  if (some.length <= generationsAtOnce) {
    // Should this break off, purgeTrash goes on.
    await db().$transaction(atOnce);
    for (let piece = 0; piece < piecesAtOnce; piece++) if (!(await destroySomeOf(board.id))) return true;
  }
  await createBulkJob(viewer, job);
  return true;
}
