import { findBoardFor } from "@/lib/boards/find-board";
import { type BoardView, boardView, maximumViews, viewsOf } from "@/lib/boards/views/board-view";
import { tellBoardChange } from "@/lib/identity/access/tell-board-change";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";

/** Saves a view of a board, in place of the one of this name or of the one that it replaces. */
export async function saveView(viewer: Viewer, boardId: string, input: BoardView, replaces?: string | null) {
  const view = parseInput(boardView, input);
  return changeViews(viewer, boardId, (views) => {
    if (replaces && !views.some(({ name }) => name === replaces)) throw new BoardsError("board.view_not_found", { field: "replaces" });
    const others = views.filter(({ name }) => name !== view.name && name !== replaces);
    if (others.length >= maximumViews)
      throw new BoardsError("input.invalid", { message: say("reasons.boardView.tooMany", { maximum: maximumViews }), field: "name" });
    return [...others, view];
  });
}

/** Deletes the view of this name. */
export async function deleteView(viewer: Viewer, boardId: string, name: string) {
  return changeViews(viewer, boardId, (views) => {
    const others = views.filter((view) => view.name !== name);
    if (others.length === views.length) throw new BoardsError("board.view_not_found", { field: "name" });
    return others;
  });
}

async function changeViews(viewer: Viewer, boardId: string, change: (views: BoardView[]) => BoardView[]) {
  const { id } = await findBoardFor(viewer, "generate", boardId, say("reasons.boardView.denied"));
  return db().$transaction(async (tx) => {
    // Locked, so that two who save at once both have their way.
    const [now] = await tx.$queryRaw<{ settings: object }[]>`SELECT settings FROM boards.boards WHERE id = ${id}::uuid FOR UPDATE`;
    if (!now) throw new BoardsError("board.not_found", { field: "boardId" });
    await tellBoardChange(tx, id);
    return tx.board.update({ where: { id }, data: { settings: { ...now.settings, views: change(viewsOf(now.settings)) } } });
  });
}
