import { openStreams } from "@/lib/generations/live/open-streams";
import { boardsFamiliarTo } from "@/lib/identity/access/board-policy";
import { duringRequest, type RequestContext } from "@/lib/platform/caller/request-context";
import { db } from "@/lib/platform/db/client";
import { withinTenant } from "@/lib/platform/db/tenant-scope";
import { closeConnection } from "@/lib/platform/http/connections";
import { log } from "@/lib/platform/log";

const keepAliveMs = 10_000;

/** One message of a `text/event-stream` answer. */
export const eventMessage = (event: string, data: unknown, id?: number) =>
  `event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/** An answer that stays open, as those see it who write it and who watch over it. */
export class EventStream {
  /** Since when it has waited for the client to read; null while there is nothing to read. */
  waitingSince: number | null = Date.now();
  readonly openedAt = Date.now();
  /** Those of its boards to which the viewer is no stranger: of the others it tells what strangers may know. */
  readonly familiarIds = new Set<string>();
  private readonly ending = new AbortController();
  private isAwake = false;
  private onWake: (() => void) | undefined;

  constructor(
    readonly context: RequestContext,
    /** The boards that it tells of; those that the viewer may no longer see are taken away. */
    readonly boardIds: Set<string>,
    private readonly hangUp: () => void,
  ) {}

  /** Aborted when the client has left or was dropped. */
  get over(): AbortSignal {
    return this.ending.signal;
  }

  /** Looks up the boards to which the viewer is no stranger. */
  async meet(): Promise<void> {
    const where = { id: { in: [...this.boardIds] }, ...boardsFamiliarTo(this.context.viewer) };
    const familiar = this.context.viewer ? await db().board.findMany({ where, select: { id: true } }) : [];
    for (const { id } of familiar) this.familiarIds.add(id);
  }

  /** There is something new to write. */
  wake(): void {
    this.isAwake = true;
    this.onWake?.();
  }

  /** Waits until there is something new; `quiet` when it is time for a sign of life instead. */
  async rest(): Promise<"awake" | "quiet"> {
    const outcome = this.isAwake || this.over.aborted ? "awake" : await this.untilWoken();
    this.isAwake = false;
    return outcome;
  }

  /** Takes a board away from the viewer. */
  withdraw(boardId: string): void {
    this.boardIds.delete(boardId);
    this.wake();
  }

  /** Ends it: the client is gone. */
  end(): void {
    this.ending.abort();
    this.wake();
  }

  /** Ends it and closes its connection, whatever the client has not read. */
  drop(): void {
    this.end();
    this.hangUp();
  }

  private untilWoken(): Promise<"awake" | "quiet"> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve("quiet"), keepAliveMs);
      this.onWake = () => {
        clearTimeout(timer);
        resolve("awake");
      };
    });
  }
}

/**
 * Answers with server-sent events about boards that the viewer may see. `write` is asked for the next one when the client has read the last:
 * nothing piles up for a client that does not read, and it is dropped. While it is open, the viewer's rights are looked at again and again.
 */
export function eventStreamResponse(
  request: Request,
  context: RequestContext,
  boardIds: string[],
  write: (stream: EventStream) => AsyncGenerator<string>,
) {
  const encoder = new TextEncoder();
  const stream = new EventStream(context, new Set(boardIds), () => closeConnection(request));
  let isCancelled = false;
  let onAsked: () => void = () => undefined;
  // True when the client asks for more, false when the stream is over.
  const asked = () =>
    new Promise<boolean>((resolve) => {
      onAsked = () => resolve(!stream.over.aborted);
    });

  // One run in one scope, since to enter it for each event and client costs more than the event does.
  async function run(controller: ReadableStreamDefaultController<Uint8Array>, first: Promise<boolean>): Promise<void> {
    if (!(await first)) return;
    stream.waitingSince = null;
    await stream.meet();
    for await (const message of write(stream)) {
      if (stream.over.aborted) return;
      stream.waitingSince = Date.now();
      const next = asked();
      controller.enqueue(encoder.encode(message));
      if (!(await next)) return;
      stream.waitingSince = null;
    }
  }

  openStreams().add(stream);
  stream.over.addEventListener("abort", () => {
    openStreams().delete(stream);
    // Lets go of what it holds, also where it waits for a client that will not come back.
    onAsked();
  });
  request.signal.addEventListener("abort", () => stream.end());

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const first = asked();
        void withinTenant(context.viewer?.tenantId ?? null, () => duringRequest(context, () => run(controller, first)))
          // Whoever listens comes again, and goes on where it was.
          .catch((error) => log.error({ err: error, requestId: context.requestId }, "event stream ended with an error"))
          .finally(() => {
            stream.end();
            if (!isCancelled) controller.close();
          });
      },
      pull: () => onAsked(),
      cancel() {
        isCancelled = true;
        stream.end();
      },
    },
    // Nothing is made ready before the client asks for it.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" },
  });
}
