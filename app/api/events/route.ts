import { routeHandler } from "@/lib/api/route-handler";
import { boardEventMessages } from "@/lib/generations/live/board-event-stream";
import { eventStreamResponse } from "@/lib/generations/live/event-stream";
import { boardsVisibleTo } from "@/lib/identity/access/board-policy";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { readBoardCursors } from "./read-board-cursors";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";
/** Seconds that a host such as Vercel lets a stream take; it ends before them (open-streams.ts), and whoever reads goes on with the next. */
export const maxDuration = 240;

/**
 * `GET /api/events?board=<id>`: what happens on a board, as server-sent events; resumes by Last-Event-ID. Of several boards at once, each goes on
 * after its own cursor: `board=<id>:<number>&board=…`. `once=1` ends when everything up to now is told.
 */
export const GET = routeHandler({}, async (request, context) => {
  const cursors = readBoardCursors(request);
  const where = { id: { in: [...cursors.keys()] }, ...boardsVisibleTo(context.viewer) };
  const visible = (await db().board.findMany({ where, select: { id: true } })).map(({ id }) => id);
  if (visible.length === 0) throw new BoardsError("board.not_found", { field: "board" });
  const isOnce = new URL(request.url).searchParams.get("once") === "1";
  return eventStreamResponse(request, context, visible, (stream) => boardEventMessages(stream, cursors, { isOnce }));
});
