import type * as z from "zod";
import { boardChanges, searchTextOfBoard } from "@/lib/boards/board-input";
import { findBoardFor } from "@/lib/boards/find-board";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Board, Prisma } from "@/prisma/generated/client";

/** Changes what is given; `settings` are merged key by key into those that are there. */
export async function updateBoard(viewer: Viewer, boardId: string, input: z.input<typeof boardChanges>) {
  const changes = parseInput(boardChanges, input);
  const board = await findBoardFor(viewer, "edit", boardId, say("reasons.board.updateDenied"), "id");
  return db().$transaction(async (tx) => {
    // Locked, so that two who change different settings at once both have their way.
    const [now] = await tx.$queryRaw<Pick<Board, "title" | "description" | "settings">[]>`
      SELECT title, description, settings FROM boards.boards WHERE id = ${board.id}::uuid FOR UPDATE`;
    if (!now) throw new BoardsError("board.not_found", { field: "id" });
    const title = changes.title ?? now.title;
    const description = changes.description == null ? now.description : changes.description || null;
    await tellBoardChange(tx, board.id);
    return tx.board.update({
      where: { id: board.id },
      data: {
        title,
        description,
        searchText: searchTextOfBoard({ title, description }),
        isPublic: changes.isPublic ?? undefined,
        settings: changes.settings ? ({ ...(now.settings as object), ...changes.settings } as Prisma.InputJsonObject) : undefined,
      },
    });
  });
}
