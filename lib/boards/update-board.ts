import type { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { boardChanges } from "@/lib/boards/board-input";
import { findBoardFor } from "@/lib/boards/find-board";
import { db } from "@/lib/db/client";
import { parseInput } from "@/lib/parse-input";
import type { Prisma } from "@/prisma/generated/client";

/** Changes what is given; `settings` are merged key by key into those that are there. */
export async function updateBoard(viewer: Viewer, boardId: string, input: z.input<typeof boardChanges>) {
  const changes = parseInput(boardChanges, input);
  const board = await findBoardFor(viewer, "edit", boardId, "Permission denied: only board owner or admin can update");
  return db().$transaction(async (tx) => {
    // Locked, so that two who change different settings at once both have their way.
    const [now] = await tx.$queryRaw<{ settings: object }[]>`SELECT settings FROM boards.boards WHERE id = ${board.id}::uuid FOR UPDATE`;
    return tx.board.update({
      where: { id: board.id },
      data: {
        title: changes.title ?? undefined,
        description: changes.description == null ? undefined : changes.description || null,
        isPublic: changes.isPublic ?? undefined,
        settings: changes.settings ? ({ ...now?.settings, ...changes.settings } as Prisma.InputJsonObject) : undefined,
      },
    });
  });
}
