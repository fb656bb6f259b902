import { createBoard } from "@/lib/boards/create-board";
import { copyRows } from "@/lib/generations/move-generations";
import { boardsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";
import { cutText } from "@/lib/platform/text/characters";
import { bytesOf, checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

const maximum = 500;

/** Copies a board that the viewer may see, with its completed generations and their files, to a private one of their own. */
export async function duplicateBoard(viewer: Viewer, boardId: string, title?: string | null) {
  const original = await db().board.findFirst({ where: { id: boardId, ...boardsVisibleTo(viewer) } });
  if (!original) throw new BoardsError("board.not_found", { field: "id" });
  const rows = await db().generation.findMany({
    where: { boardId, status: "completed", trashedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maximum + 1,
  });
  if (rows.length > maximum)
    throw new BoardsError("input.invalid", {
      message: say("reasons.board.tooLargeToDuplicate", { maximum }),
      field: "id",
    });
  await checkStorageLimits(viewer, bytesOf(rows));
  return countWork("copy", viewer.accountId, rows.length, async () => {
    const copy = await createBoard(viewer, {
      title: title ?? `${cutText(original.title, 240)} (copy)`,
      description: original.description,
      settings: original.settings as Record<string, unknown>,
    });
    try {
      await copyRows(viewer, rows, copy);
    } catch (error) {
      // Nothing is on it: rows are copied all or none.
      await db().board.deleteMany({ where: { id: copy.id } });
      throw error;
    }
    return copy;
  });
}
