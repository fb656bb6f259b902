import { v7 as uuidv7 } from "uuid";
import { findBoardFor } from "@/lib/boards/find-board";
import { findMany, mayModerate } from "@/lib/generations/find-many";
import { lockInPlace } from "@/lib/generations/lock-in-place";
import { appendEvents, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { countWork } from "@/lib/platform/limits/rate-limits";
import { artifactKey } from "@/lib/platform/storage/artifact-key";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";
import { previewKeys } from "@/lib/platform/storage/storage-key";
import { bytesOf, checkStorageLimits, checkStoredBytes } from "@/lib/spending/storage-limits/check-storage-limits";
import type { Generation, Prisma } from "@/prisma/generated/client";

/** What else belongs in the transaction. */
type AlsoDo = (tx: Transaction) => Promise<void>;

const filesAtOnce = 16;
const refusal = say("reasons.generation.moveDenied");

/**
 * Moves generations to another board, all or none of what may be moved; those that others move or delete at this moment are left. Lineage and
 * files stay theirs. Answers the moved ones.
 */
export async function moveGenerations(viewer: Viewer, ids: string[], boardId: string): Promise<string[]> {
  const board = await findBoardFor(viewer, "generate", boardId, refusal);
  const generations = await findMany(viewer, ids, mayModerate);
  assertEnded(generations, ids);
  return countWork("copy", viewer.accountId, generations.length, () => moveRows(generations, board.id));
}

/** Moves rows onto a board in one transaction; the caller has decided. Answers those that were still where they were. */
export async function moveRows(decided: Generation[], boardId: string, alsoDo?: AlsoDo): Promise<string[]> {
  return db().$transaction(async (tx) => {
    const generations = await lockInPlace(tx, decided);
    await tx.generation.updateMany({ where: { id: { in: generations.map(({ id }) => id) } }, data: { boardId } });
    await alsoDo?.(tx);
    await appendEvents(tx, [
      ...generations
        .filter((row) => row.boardId !== boardId)
        .map((row) => ({ boardId: row.boardId, generationId: row.id, type: "deleted" as const, payload: payloadOf(row) })),
      ...createdOn(boardId, generations),
    ]);
    return generations.map(({ id }) => id);
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
  const copies = rows.map((row) => copyOf(row, viewer.userId, board));
  const files = rows.flatMap((row, index) => {
    const to = copies[index]?.storageKey;
    return row.storageKey && to ? [{ from: row.storageKey, to, row }] : [];
  });
  try {
    for (let start = 0; start < files.length; start += filesAtOnce) await allDone(files.slice(start, start + filesAtOnce).map(copyFiles));
    await db().$transaction(async (tx) => {
      await tx.generation.createMany({
        data: copies.map((copy) => ({
          ...copy,
          inputParams: copy.inputParams as Prisma.InputJsonObject,
          outputMetadata: copy.outputMetadata as Prisma.InputJsonObject,
          inputArtifacts: copy.inputArtifacts as Prisma.InputJsonArray,
          additionalFiles: copy.additionalFiles as Prisma.InputJsonArray,
        })),
      });
      await checkStoredBytes(tx, viewer, bytesOf(copies));
      await indexGenerations(tx, copies);
      await alsoDo?.(tx);
      await appendEvents(tx, createdOn(board.id, copies));
    });
    return copies.map(({ id }) => id);
  } catch (error) {
    for (const { to } of files) await deleteArtifactFiles(to);
    throw error;
  }
}

/** The row of a copy, whose files are yet to be copied. */
function copyOf(row: Generation, userId: string, board: { id: string; tenantId: string }) {
  const id = uuidv7();
  const { batchIndex: _index, batchSize: _size, idempotencyKey: _key, tagIds: _tags, trashedAt: _trash, ...kept } = row;
  const key = {
    tenantId: board.tenantId,
    boardId: board.id,
    artifactId: id,
    artifactType: row.artifactType,
    sizeBytes: Number(row.fileSizeBytes ?? 0),
  };
  return {
    ...kept,
    id,
    batchId: id,
    boardId: board.id,
    tenantId: board.tenantId,
    userId,
    storageKey: row.storageKey && artifactKey(key),
    // A copy costs nothing.
    estimatedCostUsd: null,
    costUsd: null,
    outputMetadata: { ...(row.outputMetadata as object), copied_from: row.id },
    createdAt: new Date(),
    updatedAt: new Date(),
  };
}

const createdOn = (boardId: string, rows: (Parameters<typeof payloadOf>[0] & { id: string })[]) =>
  rows.map((row) => ({ boardId, generationId: row.id, type: "created" as const, payload: payloadOf(row) }));

async function copyFiles({ from, to, row }: { from: string; to: string; row: Generation }): Promise<void> {
  const storage = currentStorage();
  await storage.copy(from, to);
  const targets = previewKeys(to, row);
  for (const [index, key] of previewKeys(from, row).entries()) await storage.copy(key, targets[index] ?? "");
}

/** Throws the first failure once none is under way any more: what they wrote can be deleted then. */
async function allDone(work: Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) if (outcome.status === "rejected") throw outcome.reason;
}

function assertEnded(generations: Generation[], ids: string[]): void {
  const live = generations.find(({ status }) => liveStatuses.includes(status));
  if (live)
    throw new BoardsError("input.invalid", {
      message: say("reasons.generation.running"),
      field: `ids.${ids.indexOf(live.id)}`,
    });
}
