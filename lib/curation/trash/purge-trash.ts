import { destroyBoard } from "@/lib/boards/delete-board";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";

const batchSize = 200;

/** Deletes for good, files included, what has been in the trash for BOARDS_TRASH_DAYS. Answers how many boards and generations. */
export async function purgeTrash(now = new Date()): Promise<{ boards: number; generations: number }> {
  const trashedAt = { lt: new Date(now.getTime() - env().trashDays * 24 * 3600 * 1000) };
  const boards = await db().board.findMany({ where: { trashedAt }, select: { id: true }, take: batchSize });
  for (const { id } of boards) await destroyBoard(id);
  const generations = await db().generation.findMany({ where: { trashedAt }, select: { id: true, storageKey: true }, take: batchSize });
  for (const { id, storageKey } of generations) {
    await db().generation.deleteMany({ where: { id } });
    if (storageKey) await deleteArtifactFiles(storageKey);
  }
  return { boards: boards.length, generations: generations.length };
}
