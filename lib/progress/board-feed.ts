import { AsyncLocalStorage } from "node:async_hooks";
import { asInstallation } from "@/lib/db/wall";
import { log } from "@/lib/log";
import { type BoardEvent, eventsAfter, lastEventNumber } from "@/lib/progress/board-events";
import { listenToJournal } from "@/lib/progress/journal-listener";

const pageSize = 500;

interface Subscriber {
  onEvent(event: BoardEvent): void;
  onGone(): void;
}

interface Feed {
  subscribers: Set<Subscriber>;
  /** Number of the last event handed out. */
  cursor: number;
  /** Reads run one after another; this is the last of them. */
  reading: Promise<void>;
  isStale: boolean;
}

/**
 * Live journals of boards: one listening connection a process, one read an event and board, however many watch. They are read for the installation,
 * since the watchers of a board may be of several tenants; whoever subscribes has asked before whether they may. Each is told in their own scope.
 */
class BoardFeeds {
  private readonly feeds = new Map<string, Feed>();
  private isListening = false;

  /** Calls `subscriber` for every event after the answered number, in order. `close` ends it. */
  async subscribe(boardId: string, subscriber: Subscriber): Promise<{ number: number; close(): void }> {
    this.listen();
    let feed = this.feeds.get(boardId);
    if (!feed) {
      feed = { subscribers: new Set(), cursor: 0, reading: Promise.resolve(), isStale: false };
      this.feeds.set(boardId, feed);
      const opened = feed;
      feed.reading = asInstallation(() => lastEventNumber(boardId)).then((number) => {
        opened.cursor = number;
      });
      feed.reading.catch(() => this.feeds.delete(boardId));
    }
    const joined = feed;
    await joined.reading;
    const inScope = AsyncLocalStorage.snapshot();
    const scoped: Subscriber = {
      onEvent: (event) => inScope(() => subscriber.onEvent(event)),
      onGone: () => inScope(() => subscriber.onGone()),
    };
    joined.subscribers.add(scoped);
    return {
      number: joined.cursor,
      close: () => {
        joined.subscribers.delete(scoped);
        if (joined.subscribers.size === 0 && this.feeds.get(boardId) === joined) this.feeds.delete(boardId);
      },
    };
  }

  private listen() {
    if (this.isListening) return;
    this.isListening = true;
    listenToJournal(
      (boardId, isGone) => (isGone ? this.end(boardId) : this.read(boardId)),
      () => {
        for (const boardId of this.feeds.keys()) this.read(boardId);
      },
    );
  }

  private end(boardId: string) {
    for (const subscriber of this.feeds.get(boardId)?.subscribers ?? []) subscriber.onGone();
    this.feeds.delete(boardId);
  }

  private read(boardId: string) {
    const feed = this.feeds.get(boardId);
    if (!feed || feed.isStale) return;
    feed.isStale = true;
    feed.reading = feed.reading
      .then(() => this.handOut(boardId, feed))
      .catch((error) => log.error({ err: error, boardId }, "could not read the journal"));
  }

  private async handOut(boardId: string, feed: Feed) {
    // Cleared before the read: what is notified from here on asks for another one.
    feed.isStale = false;
    for (;;) {
      const events = await asInstallation(() => eventsAfter(boardId, feed.cursor, pageSize));
      for (const event of events) {
        feed.cursor = event.number;
        for (const subscriber of feed.subscribers) subscriber.onEvent(event);
      }
      if (events.length < pageSize) return;
    }
  }
}

// Hot reload evaluates this module anew; the listening connection must not multiply with it.
const kept = globalThis as { boardsFeeds?: BoardFeeds };

/** The live journals of this process. */
export function boardFeeds(): BoardFeeds {
  kept.boardsFeeds ??= new BoardFeeds();
  return kept.boardsFeeds;
}
