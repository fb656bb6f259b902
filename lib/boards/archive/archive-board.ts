import { findBoardFor } from "@/lib/boards/find-board";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";

/** Puts a board into the archive, for everyone on it. */
export const archiveBoard = (viewer: Viewer, boardId: string) => keep(viewer, boardId, new Date());

/** Takes a board out of the archive. */
export const unarchiveBoard = (viewer: Viewer, boardId: string) => keep(viewer, boardId, null);

async function keep(viewer: Viewer, boardId: string, archivedAt: Date | null) {
  const { id } = await findBoardFor(viewer, "edit", boardId, say("reasons.board.archiveDenied"), "id");
  return db().$transaction(async (tx) => {
    await tellBoardChange(tx, id);
    return tx.board.update({ where: { id }, data: { archivedAt } });
  });
}
