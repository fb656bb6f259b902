import { searchTextOfBoard } from "@/lib/boards/board-input";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { db } from "@/lib/platform/db/client";
import { foldText } from "@/lib/platform/text/fold-text";

const batchSize = 500;
const maximumBatches = 20;

/**
 * Folds what a migration left to be folded, which only this code can do (an empty text says so): a bounded share a call, so that a large
 * installation is served meanwhile. Answers how many rows it changed.
 */
export async function foldStoredTexts(): Promise<number> {
  let folded = await foldTags();
  folded += await foldBoards();
  for (let batch = 0; batch < maximumBatches; batch++) {
    const count = await foldGenerations();
    folded += count;
    if (count < batchSize) break;
  }
  return folded;
}

async function foldGenerations(): Promise<number> {
  const waiting = await db().generationSearchText.findMany({
    where: { text: "" },
    take: batchSize,
    select: { generation: { select: { id: true, inputParams: true } } },
  });
  const rows = waiting.map(({ generation }) => generation);
  await db().$transaction(async (tx) => {
    await tx.generationSearchText.deleteMany({ where: { generationId: { in: rows.map(({ id }) => id) }, text: "" } });
    await indexGenerations(tx, rows);
  });
  return rows.length;
}

async function foldBoards(): Promise<number> {
  const boards = await db().board.findMany({ where: { searchText: "" }, take: batchSize, select: { id: true, title: true, description: true } });
  // Only while it is still empty: whoever renames the board at this moment knows better.
  for (const board of boards)
    await db().board.updateMany({ where: { id: board.id, searchText: "" }, data: { searchText: searchTextOfBoard(board) } });
  return boards.length;
}

async function foldTags(): Promise<number> {
  const tags = await db().tag.findMany({ where: { nameKey: "" }, take: batchSize, select: { id: true, name: true } });
  for (const { id, name } of tags) await db().tag.updateMany({ where: { id, nameKey: "" }, data: { nameKey: foldText(name) } });
  return tags.length;
}
