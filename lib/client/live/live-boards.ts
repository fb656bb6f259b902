import { v4 as uuid } from "uuid";
import type { BoardsServer } from "../server/boards-server.ts";
import { BoardLeader } from "./board-leader.ts";
import type { BoardEvent, BoardSnapshot, StreamMessage, StreamOwner, TabMessage } from "./messages.ts";

/** What someone who follows a board is told. */
export interface BoardListener {
  onSnapshot: (snapshot: BoardSnapshot) => void;
  onEvent: (event: BoardEvent) => void;
  /** What no event tells of may have changed: the board itself, and who the viewer is. */
  onDoubt: () => void;
}

const pingIntervalMs = 5000;
const answerTimeoutMs = 2000;

/**
 * Board events for one viewer, by one connection for all tabs of the browser: the tab that holds the lock opens it and tells the others. Where
 * there are no locks (plain HTTP, but to this machine; sandboxed frames), each tab asks by itself now and then.
 */
class LiveBoards {
  private readonly tab = uuid();
  private readonly followed = new Map<string, { number: number | null; listeners: Set<BoardListener> }>();
  private readonly leaving = new AbortController();
  private readonly pinging = setInterval(() => this.ping(), pingIntervalMs);
  private readonly channel: BroadcastChannel | undefined;
  private leader: BoardLeader | undefined;
  private lastWordAt = 0;

  constructor(
    private readonly name: string,
    private readonly server: BoardsServer,
    private readonly owner: StreamOwner,
  ) {
    const { signal } = this.leaving;
    document.addEventListener("visibilitychange", () => this.ping(), { signal });
    // Also when the page is only put aside, to be shown again as it was: nothing runs there.
    window.addEventListener("pagehide", () => this.say({ type: "want", tab: this.tab, boards: [] }), { signal });
    window.addEventListener("pageshow", () => this.ping(), { signal });
    if (!("locks" in navigator && "BroadcastChannel" in window)) {
      this.lead({ isPolling: true });
      return;
    }
    this.channel = new BroadcastChannel(name);
    this.channel.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => this.hear(data));
    void this.queue({ signal });
  }

  get isIdle() {
    return this.followed.size === 0;
  }

  /** Tells `listener` of a board from now on; answers how to stop. */
  follow(boardId: string, listener: BoardListener): () => void {
    const board = this.followed.get(boardId) ?? { number: null, listeners: new Set() };
    this.followed.set(boardId, board);
    board.listeners.add(listener);
    // Each needs a snapshot of its own.
    board.number = null;
    this.want();
    return () => {
      board.listeners.delete(listener);
      if (board.listeners.size === 0) this.followed.delete(boardId);
      this.want();
    };
  }

  /** Leaves the other tabs, and closes the connection if it is held here. */
  close(): void {
    clearInterval(this.pinging);
    this.leaving.abort();
    this.channel?.close();
    this.leader?.close();
  }

  private say(message: TabMessage) {
    this.channel?.postMessage(message);
    this.hear(message);
  }

  private want() {
    this.say({ type: "want", tab: this.tab, boards: [...this.followed].map(([id, { number }]) => [id, number]) });
  }

  /** Says again what is wanted. A leader that does not answer is asleep: a tab that is seen takes over. */
  private ping() {
    const askedAt = Date.now();
    this.want();
    if (this.leader) return;
    setTimeout(() => {
      const isNeeded = this.lastWordAt < askedAt && document.visibilityState === "visible" && !this.leaving.signal.aborted;
      if (isNeeded) void this.queue({ steal: true });
    }, answerTimeoutMs);
  }

  private hear(message: TabMessage) {
    if (message.type === "want") {
      this.leader?.note(message.tab, message.boards);
      if (this.leader && message.tab !== this.tab) this.channel?.postMessage({ type: "here" } satisfies TabMessage);
      return;
    }
    this.lastWordAt = Date.now();
    if (message.type === "who") this.want();
    if (message.type === "told") this.deliver(message.message);
  }

  private deliver(message: StreamMessage) {
    if (message.name === "viewer") return;
    if (message.name === "doubt") return this.tell([...this.followed.values()], (listener) => listener.onDoubt());
    const board = this.followed.get(message.data.boardId);
    if (!board) return;
    if (message.name === "board") return this.tell([board], (listener) => listener.onDoubt());
    if (message.name === "gone") {
      board.number = null;
      return this.tell([board], (listener) => listener.onDoubt());
    }
    const { name, data } = message;
    // Before its first snapshot a tab cannot tell what is new; after it, each thing is told once.
    const isNew = board.number === null ? name === "snapshot" : data.number > board.number;
    if (!isNew) return;
    board.number = data.number;
    this.tell([board], (listener) => (name === "snapshot" ? listener.onSnapshot(data) : listener.onEvent(data)));
  }

  private tell(boards: { listeners: Set<BoardListener> }[], how: (listener: BoardListener) => void) {
    for (const { listeners } of boards) for (const listener of [...listeners]) how(listener);
  }

  private async queue(options: LockOptions): Promise<void> {
    const { signal } = this.leaving;
    try {
      await navigator.locks.request(this.name, options, async () => {
        if (signal.aborted) return;
        this.lead({ isPolling: false });
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
      });
    } catch (error) {
      // Another tab took over, or this one left. What was queued before a takeover still is.
      this.leader?.close();
      this.leader = undefined;
      if (signal.aborted || options.steal) return;
      if ((error as Error).name === "AbortError") void this.queue({ signal });
      // No lock is given here, as in a sandboxed frame.
      else this.lead({ isPolling: true });
    }
  }

  private lead({ isPolling }: { isPolling: boolean }) {
    const { server, owner } = this;
    this.leader = new BoardLeader({ server, owner, isPolling, tell: (message) => this.say({ type: "told", message }) });
    this.say({ type: "who" });
  }
}

const open = new Map<string, LiveBoards>();

/** Follows a board of a viewer, sharing the connection with all that follow one for the same viewer at the same server; answers how to stop. */
export function followBoard(server: BoardsServer, owner: StreamOwner, boardId: string, listener: BoardListener): () => void {
  const name = ["boards-live", server.url, owner?.tenantId, owner?.userId].join(" ");
  const live = open.get(name) ?? new LiveBoards(name, server, owner);
  open.set(name, live);
  const stop = live.follow(boardId, listener);
  return () => {
    stop();
    if (!live.isIdle) return;
    open.delete(name);
    live.close();
  };
}
