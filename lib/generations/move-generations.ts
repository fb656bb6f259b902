import { v7 as uuidv7 } from "uuid";
import { findBoardFor } from "@/lib/boards/find-board";
import { findMany, mayModerate } from "@/lib/generations/find-many";
import { appendEvents, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";
import { artifactKey, folderOf } from "@/lib/platform/storage/storage-key";
import { bytesOf, checkStorageLimits, checkStoredBytes } from "@/lib/spending/storage-limits/check-storage-limits";
import type { Generation, Prisma } from "@/prisma/generated/client";

/** What else belongs in the transaction. */
type AlsoDo = (tx: Transaction) => Promise<void>;

const refusal = say("reasons.generation.moveDenied");

/** Moves generations to another board, all or none; their lineage and files stay theirs. Answers them. */
export async function moveGenerations(viewer: Viewer, ids: string[], boardId: string): Promise<string[]> {
  const board = await findBoardFor(viewer, "generate", boardId, refusal);
  const generations = await findMany(viewer, ids, mayModerate);
  assertEnded(generations, ids);
  await countWork("copy", viewer.accountId, generations.length, () => moveRows(generations, board.id));
  return generations.map((row) => row.id);
}

/** Moves rows onto a board in one transaction; the caller has decided. */
export async function moveRows(generations: Generation[], boardId: string, alsoDo?: AlsoDo): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.generation.updateMany({ where: { id: { in: generations.map(({ id }) => id) } }, data: { boardId } });
    await alsoDo?.(tx);
    await appendEvents(tx, [
      ...generations
        .filter((row) => row.boardId !== boardId)
        .map((row) => ({ boardId: row.boardId, generationId: row.id, type: "deleted" as const, payload: payloadOf(row) })),
      ...createdOn(boardId, generations),
    ]);
  });
}

/** Copies completed generations to a board, files included; a copy has the lineage of its original. All or none. Answers the copies. */
export async function copyGenerations(viewer: Viewer, ids: string[], boardId: string): Promise<string[]> {
  const board = await findBoardFor(viewer, "generate", boardId, refusal);
  const generations = await findMany(viewer, ids, () => true);
  assertEnded(generations, ids);
  const rows = generations.map(({ board: _board, ...row }) => row);
  await checkStorageLimits(viewer, bytesOf(rows));
  return countWork("copy", viewer.accountId, rows.length, () => copyRows(viewer, rows, board));
}

/** Copies rows with their files onto a board. When one fails, nothing stays. */
export async function copyRows(
  viewer: Pick<Viewer, "userId" | "tenantId">,
  rows: Generation[],
  board: { id: string; tenantId: string },
  alsoDo?: AlsoDo,
): Promise<string[]> {
  const storedKeys: string[] = [];
  try {
    const copies: Prisma.GenerationUncheckedCreateInput[] = [];
    for (const row of rows) {
      const id = uuidv7();
      const { batchIndex: _index, batchSize: _size, idempotencyKey: _key, tagIds: _tags, trashedAt: _trash, ...kept } = row;
      const storageKey =
        row.storageKey && artifactKey({ tenantId: board.tenantId, boardId: board.id, artifactId: id, artifactType: row.artifactType });
      if (row.storageKey && storageKey) {
        storedKeys.push(storageKey);
        await copyFiles(row.storageKey, storageKey, row.thumbnailWidths);
      }
      copies.push({
        ...kept,
        id,
        batchId: id,
        boardId: board.id,
        tenantId: board.tenantId,
        userId: viewer.userId,
        storageKey,
        // A copy costs nothing.
        estimatedCostUsd: null,
        costUsd: null,
        inputParams: row.inputParams as Prisma.InputJsonObject,
        outputMetadata: { ...(row.outputMetadata as object), copied_from: row.id },
        inputArtifacts: row.inputArtifacts as Prisma.InputJsonArray,
        additionalFiles: row.additionalFiles as Prisma.InputJsonArray,
        createdAt: new Date(),
        updatedAt: new Date(),
      });
    }
    await db().$transaction(async (tx) => {
      const created = await tx.generation.createManyAndReturn({ data: copies as Prisma.GenerationCreateManyInput[] });
      await checkStoredBytes(tx, viewer, bytesOf(created));
      await indexGenerations(tx, created);
      await alsoDo?.(tx);
      await appendEvents(tx, createdOn(board.id, created));
    });
    return copies.map((copy) => copy.id ?? "");
  } catch (error) {
    for (const key of storedKeys) await deleteArtifactFiles(key);
    throw error;
  }
}

const createdOn = (boardId: string, rows: Generation[]) =>
  rows.map((row) => ({ boardId, generationId: row.id, type: "created" as const, payload: payloadOf(row) }));

async function copyFiles(from: string, to: string, thumbnailWidths: number[]): Promise<void> {
  const storage = currentStorage();
  const names = ["original", ...thumbnailWidths.map((width) => `thumb-${width}.webp`)];
  for (const name of names) await storage.write(`${folderOf(to)}/${name}`, await storage.read(`${folderOf(from)}/${name}`));
}

function assertEnded(generations: Generation[], ids: string[]): void {
  const live = generations.find(({ status }) => liveStatuses.includes(status));
  if (live)
    throw new BoardsError("input.invalid", {
      message: say("reasons.generation.running"),
      field: `ids.${ids.indexOf(live.id)}`,
    });
}
