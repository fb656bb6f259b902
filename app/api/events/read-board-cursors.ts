import type { BoardCursors } from "@/lib/generations/live/board-event-stream";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { isUuid } from "@/lib/platform/uuid";

const maximumBoards = 100;
const numberPattern = /^\d{1,15}$/;

/** Which boards a request for events names, and the number after which each goes on: its own (`<id>:<number>`), or Last-Event-ID for a single one. */
export function readBoardCursors(request: Request): BoardCursors {
  const named = new URL(request.url).searchParams.getAll("board");
  const lastEventId = request.headers.get("last-event-id") ?? "";
  const cursors = new Map<string, number | null>();
  for (const each of named) {
    const [id = "", number = named.length === 1 ? lastEventId : ""] = each.split(":");
    if (!isUuid(id)) throw new BoardsError("input.invalid", { message: say("reasons.input.boardId", { name: "board" }), field: "board" });
    cursors.set(id.toLowerCase(), numberPattern.test(number) ? Number(number) : null);
  }
  if (cursors.size === 0 || cursors.size > maximumBoards)
    throw new BoardsError("input.invalid", { message: say("reasons.request.boards", { maximum: maximumBoards }), field: "board" });
  return cursors;
}
