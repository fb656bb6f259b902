import { type BoardWatch, boardFeeds } from "@/lib/generations/live/board-feed";
import { type EventStream, eventMessage } from "@/lib/generations/live/event-stream";
import { eventText } from "@/lib/generations/live/event-text";
import { forStrangers } from "@/lib/generations/progress/append-event";
import { replayLimit } from "@/lib/generations/progress/prune-journal";
import { db } from "@/lib/platform/db/client";

const snapshotSize = 100;
/** What is written at a time, and so waits for a client that does not read. */
const mostAtOnce = 32;

/** For each board the number of the last event that the client knows; null when it knows nothing of it. */
export type BoardCursors = ReadonlyMap<string, number | null>;

/**
 * What happens on boards: first whose stream it is, then for each board a `snapshot` (of what its cursor does not say) and a `generation` event
 * for each change since, in order, without gap or repeat. `board` says that the board itself was changed, or who may do what on it. A board that may
 * no longer be seen is `gone`; with the last one it ends. With `isOnce` it ends when everything up to now is told.
 */
export async function* boardEventMessages(stream: EventStream, cursors: BoardCursors, { isOnce = false } = {}): AsyncGenerator<string> {
  const { viewer } = stream.context;
  const watches = new Map<string, BoardWatch>();
  const told = new Map(cursors);
  const toldChanges = new Map<string, number>();
  // Of several boards no single number says where to go on: such clients keep a cursor for each.
  const idOf = (number: number) => (cursors.size === 1 ? number : undefined);

  const snapshot = async (boardId: string) => {
    const states = await snapshotOf(boardId);
    return stream.familiarIds.has(boardId) ? states : states.map(forStrangers);
  };

  async function* news(boardId: string, watch: BoardWatch): AsyncGenerator<string> {
    let number = told.get(boardId) ?? null;
    if (number === null || number > watch.number || watch.number - number > replayLimit) {
      number = watch.number;
      yield eventMessage("snapshot", { boardId, number, generations: await snapshot(boardId) }, idOf(number));
    }
    while (number < watch.number) {
      const page = await watch.after(number);
      if (page.number === number) break;
      for (let first = 0; first < page.events.length; first += mostAtOnce) {
        if (!stream.boardIds.has(boardId)) return;
        const form = { isForStrangers: !stream.familiarIds.has(boardId), hasId: cursors.size === 1 };
        const texts = await Promise.all(page.events.slice(first, first + mostAtOnce).map((event) => eventText(event, form)));
        yield texts.join("");
      }
      number = page.number;
    }
    told.set(boardId, number);
  }

  try {
    yield `retry: 1000\n\n${eventMessage("viewer", viewer && { userId: viewer.userId, tenantId: viewer.tenantId })}`;
    for (const boardId of cursors.keys())
      if (stream.boardIds.has(boardId)) {
        const watch = await boardFeeds().watch(boardId, () => stream.wake());
        watches.set(boardId, watch);
        toldChanges.set(boardId, watch.changes);
      }
    for (const boardId of cursors.keys()) if (!watches.has(boardId)) yield eventMessage("gone", { boardId });
    while (!stream.over.aborted) {
      for (const [boardId, watch] of watches) {
        if (stream.boardIds.has(boardId) && !watch.isGone) {
          yield* news(boardId, watch);
          const { changes } = watch;
          const isChanged = toldChanges.get(boardId) !== changes;
          // Before it is told: what changes while the client takes it is told once more.
          toldChanges.set(boardId, changes);
          if (isChanged) yield eventMessage("board", { boardId });
        } else {
          watch.close();
          watches.delete(boardId);
          yield eventMessage("gone", { boardId });
        }
      }
      if (isOnce || watches.size === 0) return;
      // An event and no comment, so that pages hear it, and miss it when the connection is dead.
      if ((await stream.rest()) === "quiet") yield eventMessage("alive", {});
    }
  } finally {
    for (const watch of watches.values()) watch.close();
  }
}

/** The newest generations of the board, as the journal would tell them. It may be newer than its number, never older. */
async function snapshotOf(boardId: string) {
  const rows = await db().generation.findMany({
    where: { boardId, trashedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: snapshotSize,
    select: {
      ...{ id: true, status: true, phase: true, progress: true, progressMessage: true, errorCode: true, errorMessage: true },
      ...{ startedAt: true, completedAt: true },
    },
  });
  return rows.map(({ progressMessage, progress, ...row }) => ({ ...row, progress: Number(progress), message: progressMessage }));
}
