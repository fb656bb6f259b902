import { boardsVisibleTo } from "@/lib/boards/policy";
import { db } from "@/lib/db/client";
import { door } from "@/lib/door";
import { BoardsError } from "@/lib/errors";
import { boardEventStream } from "@/lib/progress/board-event-stream";
import { isUuid } from "@/lib/uuid";

export const dynamic = "force-dynamic";

/** `GET /api/events?board=<id>`: what happens on a board, as server-sent events. */
export const GET = door({}, async (request, { viewer }) => {
  const boardId = new URL(request.url).searchParams.get("board") ?? "";
  if (!isUuid(boardId)) throw new BoardsError("input.invalid", { message: "`board` must be the id of a board", field: "board" });
  const board = await db().board.findFirst({ where: { id: boardId, ...boardsVisibleTo(viewer) }, select: { id: true } });
  if (!board) throw new BoardsError("board.not_found", { field: "board" });
  const lastEventId = request.headers.get("last-event-id") ?? "";
  const lastNumber = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
  return new Response(boardEventStream(boardId, lastNumber, request.signal), {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" },
  });
});
