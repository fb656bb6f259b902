import { findBoardFor } from "@/lib/boards/find-board";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** Shows a result of a board as its cover; null lets the cover be its newest images again. */
export async function setBoardCover(viewer: Viewer, boardId: string, generationId: string | null) {
  const board = await findBoardFor(viewer, "edit", boardId, say("reasons.board.coverDenied"), "boardId");
  if (generationId) await checkCover(board.id, generationId);
  return db().$transaction(async (tx) => {
    await tellBoardChange(tx, board.id);
    return tx.board.update({ where: { id: board.id }, data: { coverGenerationId: generationId } });
  });
}

async function checkCover(boardId: string, id: string): Promise<void> {
  const field = "generationId";
  const generation = await db().generation.findFirst({ where: { id, boardId, trashedAt: null }, select: { thumbnailWidths: true, status: true } });
  if (!generation) throw new BoardsError("generation.not_found", { field });
  if (generation.status !== "completed" || generation.thumbnailWidths.length === 0)
    throw new BoardsError("input.invalid", { message: say("reasons.board.noCover"), field });
}
