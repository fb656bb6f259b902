import { AsyncLocalStorage } from "node:async_hooks";
import { type BoardEvent, type JournalPage, lastEventNumber, readJournal } from "@/lib/generations/live/board-events";
import { listenToJournal } from "@/lib/generations/live/journal-listener";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { log } from "@/lib/platform/log";

const pageSize = 500;
/** Events of a board that are kept in memory, for all who watch it. Whoever is further behind reads the database. */
const keptEvents = 500;
/** How long the listening connection is kept when nobody watches any more. */
const idleMs = 60_000;

/** The live journal of one board: read once, however many watch. */
class BoardFeed {
  readonly watchers = new Set<() => void>();
  /** The number up to which the journal has been read. */
  number = 0;
  /** How often the board itself was changed since it is watched. */
  changes = 0;
  /** Whether the board was deleted or put into the trash. */
  isGone = false;
  /** Until this is done, `number` says nothing. */
  private readonly opening: Promise<void>;
  /** Reads run one after another; this is the last of them. */
  private reading: Promise<void> = Promise.resolve();
  private isStale = false;
  private recent: BoardEvent[] = [];
  /** `recent` holds everything after this number. */
  private recentAfter = 0;

  constructor(private readonly boardId: string) {
    this.opening = lastEventNumber(boardId).then((number) => {
      this.number = number;
      this.recentAfter = number;
    });
  }

  /** Waits until everything has been read that had happened by now. */
  async opened(): Promise<void> {
    await this.opening;
    if (this.watchers.size > 1) this.refresh();
    await this.reading;
  }

  /** What happened after `number`, as far as it has been read: a page of it, to be asked for again until it reaches `this.number`. */
  async after(number: number): Promise<JournalPage> {
    if (number < this.recentAfter) return readJournal(this.boardId, number, pageSize);
    // From the end: mostly it is the last one alone.
    const known = this.recent.findLastIndex((event) => event.number <= number);
    return { events: this.recent.slice(known + 1), number: this.number, hasMore: false };
  }

  /** Reads what is new and wakes who watches. */
  refresh(): void {
    if (this.isStale) return;
    this.isStale = true;
    this.reading = Promise.all([this.opening, this.reading])
      .then(() => this.read())
      .catch((error) => log.error({ err: error, boardId: this.boardId }, "could not read the journal"));
  }

  change(): void {
    this.changes += 1;
    this.wake();
  }

  end(): void {
    this.isGone = true;
    this.wake();
  }

  private async read() {
    // Cleared before the read: what is notified from here on asks for another one.
    this.isStale = false;
    for (;;) {
      const page = await readJournal(this.boardId, this.number, pageSize);
      for (const event of page.events) this.keep(event);
      this.number = page.number;
      this.wake();
      if (!page.hasMore) return;
    }
  }

  private keep(event: BoardEvent) {
    // What has left the board is nobody's business any more, also of those who are behind.
    if (event.type === "deleted") this.recent = this.recent.filter(({ generationId }) => generationId !== event.generationId);
    this.recent.push(event);
    const surplus = this.recent.splice(0, Math.max(0, this.recent.length - keptEvents));
    this.recentAfter = surplus.at(-1)?.number ?? this.recentAfter;
  }

  private wake() {
    for (const watcher of this.watchers) watcher();
  }
}

/** Someone's hold on a live journal. */
export type BoardWatch = Pick<BoardFeed, "after" | "number" | "changes" | "isGone"> & { close(): void };

/**
 * Live journals of boards: one listening connection a process, one read an event and board, however many watch. They are read for the installation,
 * since the watchers of a board may be of several tenants; whoever watches has asked before whether they may. Each is told in their own scope.
 */
class BoardFeeds {
  private readonly feeds = new Map<string, BoardFeed>();
  private stopListening: (() => void) | undefined;
  private resting: NodeJS.Timeout | undefined;

  /** Holds the journal of a board; `onChange` is called when there is more, or the board is gone. `close` lets go of it. */
  async watch(boardId: string, onChange: (watch: BoardWatch) => void): Promise<BoardWatch> {
    await this.listen();
    let feed = this.feeds.get(boardId);
    if (!feed) {
      feed = new BoardFeed(boardId);
      this.feeds.set(boardId, feed);
    }
    const joined = feed;
    const watch: BoardWatch = {
      after: (number) => joined.after(number),
      get number() {
        return joined.number;
      },
      get changes() {
        return joined.changes;
      },
      get isGone() {
        return joined.isGone;
      },
      close: () => {
        joined.watchers.delete(watcher);
        if (joined.watchers.size === 0 && this.feeds.get(boardId) === joined) this.feeds.delete(boardId);
        clearTimeout(this.resting);
        if (this.feeds.size === 0) this.resting = setTimeout(() => this.rest(), idleMs).unref();
      },
    };
    const inScope = AsyncLocalStorage.snapshot();
    const watcher = () => inScope(() => onChange(watch));
    // Before anything is awaited: a feed that nobody watches is let go.
    joined.watchers.add(watcher);
    try {
      await joined.opened();
      return watch;
    } catch (error) {
      watch.close();
      throw error;
    }
  }

  /** Gives the listening connection back while nobody watches. */
  rest(): void {
    if (this.feeds.size > 0) return;
    this.stopListening?.();
    this.stopListening = undefined;
  }

  /** For the installation, whoever asks first: the listening outlives that request. */
  private async listen() {
    if (this.stopListening) return;
    await asInstallation(async () => {
      this.stopListening = listenToJournal(
        (boardId, what) => {
          if (what === "gone") this.end(boardId);
          else if (what === "changed") this.feeds.get(boardId)?.change();
          else this.feeds.get(boardId)?.refresh();
        },
        () => {
          for (const feed of this.feeds.values()) feed.refresh();
        },
      );
    });
  }

  private end(boardId: string) {
    this.feeds.get(boardId)?.end();
    this.feeds.delete(boardId);
  }
}

// Hot reload evaluates this module anew; the listening connection must not multiply with it.
const kept = globalThis as { boardsFeeds?: BoardFeeds };

/** The live journals of this process. */
export function boardFeeds(): BoardFeeds {
  kept.boardsFeeds ??= new BoardFeeds();
  return kept.boardsFeeds;
}
