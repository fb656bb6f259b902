import { db } from "@/lib/db/client";
import { type BoardEvent, eventsAfter } from "@/lib/progress/board-events";
import { boardFeeds } from "@/lib/progress/board-feed";

const keepAliveMs = 15_000;
/** A client that was away for longer gets a snapshot instead of every step in between. */
const replayLimit = 1000;
const snapshotSize = 100;

/**
 * The body of a `text/event-stream` answer: a `snapshot` of what is under way, then a `generation` event for each journal row.
 * With `lastNumber` (Last-Event-ID) it goes on exactly there, without gap or repeat.
 */
export function boardEventStream(boardId: string, lastNumber: number | null, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isOpen = true;
  let subscription: { number: number; close(): void } | undefined;
  let keepAlive: NodeJS.Timeout | undefined;

  // Whoever ends it first, the client or the server, nothing is left behind.
  const release = () => {
    isOpen = false;
    clearInterval(keepAlive);
    subscription?.close();
  };
  return new ReadableStream({
    cancel: release,
    async start(controller) {
      let sent = 0;
      const waiting: BoardEvent[] = [];
      let isLive = false;

      const write = (chunk: string) => {
        if (isOpen) controller.enqueue(encoder.encode(chunk));
      };
      const send = (event: BoardEvent) => {
        if (event.number <= sent) return;
        sent = event.number;
        write(`event: generation\nid: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`);
      };
      const close = () => {
        if (isOpen) controller.close();
        release();
      };
      keepAlive = setInterval(() => write(": keep-alive\n\n"), keepAliveMs);
      signal.addEventListener("abort", close);

      subscription = await boardFeeds().subscribe(boardId, { onEvent: (event) => (isLive ? send(event) : waiting.push(event)), onGone: close });
      if (!isOpen || signal.aborted) return close();

      write("retry: 1000\n\n");
      const missed = lastNumber === null || lastNumber > subscription.number ? null : await eventsAfter(boardId, lastNumber, replayLimit);
      if (missed && missed.length < replayLimit) {
        sent = lastNumber ?? 0;
        missed.forEach(send);
      } else {
        sent = subscription.number;
        write(`event: snapshot\nid: ${sent}\ndata: ${JSON.stringify({ number: sent, generations: await snapshotOf(boardId) })}\n\n`);
      }
      isLive = true;
      waiting.forEach(send);
    },
  });
}

/** The newest generations of the board, as the journal would tell them. It may be newer than its number, never older. */
async function snapshotOf(boardId: string) {
  const rows = await db().generation.findMany({
    where: { boardId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: snapshotSize,
    select: { id: true, status: true, phase: true, progress: true, progressMessage: true, errorCode: true, errorMessage: true },
  });
  return rows.map(({ progressMessage, progress, ...row }) => ({ ...row, progress: Number(progress), message: progressMessage }));
}
