import { destroySomeOf, generationsAtOnce, markDeleted } from "@/lib/curation/trash/destroy-board";
import { destroyGenerations } from "@/lib/generations/destroy-generations";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

const dayMs = 24 * 3600 * 1000;
/** A board that was deleted is usually gone by then; if not, what was to do it broke off. */
const usuallyGoneMs = 3600 * 1000;
const piecesAtOnce = 20;

/**
 * Deletes for good, files included, what has been in the trash for BOARDS_TRASH_DAYS, and what is left of deleted boards. Does some twenty
 * thousand generations at most and answers how many boards and generations went, and whether there is more to do.
 */
export async function purgeTrash(now = new Date()): Promise<{ boards: number; generations: number; hasMore: boolean }> {
  const trashedAt = { lt: new Date(now.getTime() - env().trashDays * dayMs) };
  let boards = 0;
  let generations = 0;
  for (let piece = 0; piece < piecesAtOnce; piece++) {
    const boardId = await nextBoard(trashedAt, now);
    if (boardId) {
      const isLeft = await destroySomeOf(boardId, async (_tx, count) => {
        generations += count;
      });
      if (!isLeft) boards++;
      continue;
    }
    const rows = await db().generation.findMany({
      where: { trashedAt },
      select: { id: true },
      orderBy: { trashedAt: "asc" },
      take: generationsAtOnce,
    });
    generations += await destroyGenerations(
      rows.map(({ id }) => id),
      { isOnlyTrashed: true },
    );
    if (rows.length < generationsAtOnce) return { boards, generations, hasMore: false };
  }
  return { boards, generations, hasMore: true };
}

/** A board whose time has come. From then on its owner can't restore it. */
async function nextBoard(trashedAt: { lt: Date }, now: Date): Promise<string | null> {
  const deletedAt = { lt: new Date(now.getTime() - usuallyGoneMs) };
  const left = await db().board.findFirst({ where: { trashedAt: { not: null }, deletedAt }, select: { id: true } });
  if (left) return left.id;
  const due = await db().board.findFirst({ where: { trashedAt }, select: { id: true, deletedAt: true }, orderBy: { trashedAt: "asc" } });
  if (due && !due.deletedAt) await db().$transaction((tx) => markDeleted(tx, due.id));
  return due?.id ?? null;
}
