import { createBoard } from "@/lib/boards/create-board";
import { createBulkJob } from "@/lib/curation/bulk-jobs/create-bulk-job";
import { copyRows } from "@/lib/generations/move-generations";
import { boardsVisibleTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";
import { cutText } from "@/lib/platform/text/characters";
import { bytesOf, checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";
import type { Board } from "@/prisma/generated/client";

const copiedAtOnce = 500;

/**
 * Copies a board that the viewer may see, with its completed generations and their files, to a private one of their own. Of a large board the
 * copy is answered empty, and a bulk job fills it.
 */
export async function duplicateBoard(viewer: Viewer, boardId: string, title?: string | null): Promise<Board> {
  const original = await db().board.findFirst({ where: { id: boardId, ...boardsVisibleTo(viewer) } });
  if (!original) throw new BoardsError("board.not_found", { field: "id" });
  const where = { boardId, status: "completed", trashedAt: null };
  const rows = await db().generation.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: copiedAtOnce + 1 });
  const isLarge = rows.length > copiedAtOnce;
  if (isLarge) {
    const { _sum } = await db().generation.aggregate({ where: { ...where, storageKey: { not: null } }, _sum: { fileSizeBytes: true } });
    await checkStorageLimits(viewer, Number(_sum.fileSizeBytes ?? 0));
  } else await checkStorageLimits(viewer, bytesOf(rows));
  return countWork("copy", viewer.accountId, isLarge ? 1 : rows.length, async () => {
    const copy = await createBoard(viewer, {
      title: title ?? `${cutText(original.title, 240)} (copy)`,
      description: original.description,
      settings: original.settings as Record<string, unknown>,
    });
    try {
      const change = { kind: "copy", boardId: copy.id } as const;
      if (isLarge) await createBulkJob(viewer, { kind: "copy", arguments: { search: { boardId, statuses: ["completed"] }, change } });
      else await copyRows(viewer, rows, copy);
    } catch (error) {
      // Nothing is on it: rows are copied all or none.
      await db().board.deleteMany({ where: { id: copy.id } });
      throw error;
    }
    return copy;
  });
}
