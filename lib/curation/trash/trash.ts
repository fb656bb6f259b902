import { generationCancelled } from "@/inngest/events";
import { findBoardFor } from "@/lib/boards/find-board";
import { changeGenerations } from "@/lib/generations/change-generations";
import { findMany, mayModerate } from "@/lib/generations/find-many";
import { lockInPlace } from "@/lib/generations/lock-in-place";
import { appendEvents, payloadOf } from "@/lib/generations/progress/append-event";
import { liveStatuses } from "@/lib/generations/progress/live-statuses";
import { sendOutboxEvents, writeOutboxEvent } from "@/lib/generations/progress/outbox";
import { boardsOf } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import type { Generation } from "@/prisma/generated/client";

/** What lies in the trash and still has its board. */
export const trashedGenerationsOf = (viewer: Viewer) => ({ trashedAt: { not: null }, board: boardsOf(viewer) });

/**
 * Whether it lies in the trash. To be looked at in rows that were found by their ids: asked for what is in the trash, PostgreSQL reads all of the trash,
 * which it believes nearly empty right after a large change.
 */
export const isTrashed = ({ trashedAt }: { trashedAt: Date | null }) => trashedAt !== null;

/** Puts generations into the trash, all or none; what is under way is canceled. Answers how many. */
export async function trashGenerations(viewer: Viewer, ids: string[]): Promise<number> {
  const generations = await findMany(viewer, ids, mayModerate);
  return trashRows(generations);
}

/** Puts generations into the trash in one transaction; the caller has decided. */
export async function trashRows(decided: Generation[], alsoDo?: (tx: Transaction) => Promise<void>): Promise<number> {
  let count = 0;
  const events: { id: string; name: string; data: unknown }[] = [];
  const live = decided.filter(({ status }) => liveStatuses.includes(status)).map(({ id }) => id);
  await changeGenerations(
    db(),
    { id: { in: live } },
    "cancelled",
    { status: "cancelled", errorMessage: say("reasons.generation.cancelledByUser"), errorCode: "generation.cancelled", completedAt: new Date() },
    async (tx, cancelled) => {
      for (const [batchId, tenantId] of new Map(cancelled.map((row) => [row.batchId, row.tenantId])))
        if (!(await tx.generation.count({ where: { batchId, status: { in: liveStatuses } } })))
          events.push(await writeOutboxEvent(tx, generationCancelled.name, { batchId, tenantId }));
      const generations = await lockInPlace(tx, decided);
      count = generations.length;
      await tx.generation.updateMany({ where: { id: { in: generations.map(({ id }) => id) } }, data: { trashedAt: new Date() } });
      await alsoDo?.(tx);
      return generations.map((row) => ({ boardId: row.boardId, generationId: row.id, type: "deleted", payload: payloadOf(row) }));
    },
  );
  await sendOutboxEvents(events);
  return count;
}

/** Takes generations out of the trash again, all or none. Answers how many. */
export async function restoreGenerations(viewer: Viewer, ids: string[]): Promise<number> {
  const generations = await findMany(viewer, ids, mayModerate, { board: boardsOf(viewer) }, isTrashed);
  return restoreRows(generations);
}

/** Takes generations out of the trash in one transaction; the caller has decided. */
export async function restoreRows(decided: Generation[], alsoDo?: (tx: Transaction) => Promise<void>): Promise<number> {
  return db().$transaction(async (tx) => {
    const generations = await lockInPlace(tx, decided);
    await tx.generation.updateMany({ where: { id: { in: generations.map(({ id }) => id) } }, data: { trashedAt: null } });
    await alsoDo?.(tx);
    await appendEvents(
      tx,
      generations.map((row) => ({ boardId: row.boardId, generationId: row.id, type: "created", payload: payloadOf(row) })),
    );
    return generations.length;
  });
}

/** Puts a board into the trash: nobody sees it until its owner restores it. */
export async function trashBoard(viewer: Viewer, boardId: string): Promise<true> {
  const board = await findBoardFor(viewer, "delete", boardId, say("reasons.board.deleteDenied"), "id");
  await db().$transaction([
    db().board.update({ where: { id: board.id }, data: { trashedAt: new Date() } }),
    db().$executeRaw`SELECT pg_notify('generation_events', ${`${board.id}:gone`})`,
  ]);
  return true;
}

/** Takes a board out of the trash. */
export async function restoreBoard(viewer: Viewer, boardId: string) {
  const where = { id: boardId, tenantId: viewer.tenantId, ownerId: viewer.userId, trashedAt: { not: null }, deletedAt: null };
  const { count } = await db().board.updateMany({ where, data: { trashedAt: null } });
  if (count === 0) throw new BoardsError("board.not_found", { message: say("reasons.board.notInTrash"), field: "id" });
  return db().board.findUniqueOrThrow({ where: { id: boardId } });
}
