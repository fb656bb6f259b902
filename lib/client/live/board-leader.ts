import type { BoardsServer } from "../server/boards-server.ts";
import { BoardStream } from "./board-stream.ts";
import type { StreamMessage, StreamOwner, WantedBoards } from "./messages.ts";

/** Browsers slow hidden tabs down to one message a minute. */
const forgottenAfterMs = 180_000;
/** As many as the server takes; those asked for last count. */
const maximumBoards = 100;

interface BoardLeaderOptions {
  server: BoardsServer;
  owner: StreamOwner;
  isPolling: boolean;
  /** Tells all tabs. */
  tell: (message: StreamMessage) => void;
}

/** Holds the one connection of a browser for the boards that all its tabs want, each with a cursor of its own: changing the set loses nothing. */
export class BoardLeader {
  private readonly stream: BoardStream;
  private readonly tabs = new Map<string, { boards: Set<string>; heardAt: number }>();
  private readonly cursors = new Map<string, number | null>();

  constructor(private readonly options: BoardLeaderOptions) {
    this.stream = new BoardStream({
      server: options.server,
      isPolling: options.isPolling,
      cursors: () => new Map([...this.cursors].slice(-maximumBoards)),
      onMessage: (message) => this.pass(message),
    });
  }

  /** Notes what a tab wants, and opens the connection anew when that changes what is asked for. */
  note(tab: string, boards: WantedBoards): void {
    const known = this.tabs.get(tab)?.boards;
    this.tabs.set(tab, { boards: new Set(boards.map(([id]) => id)), heardAt: Date.now() });
    for (const [other, { heardAt }] of this.tabs) if (Date.now() - heardAt > forgottenAfterMs) this.tabs.delete(other);

    const before = JSON.stringify([...this.cursors]);
    for (const [id, number] of boards) {
      const cursor = this.cursors.get(id);
      // A tab that has just come may know less than the others: it is told from there, and they pass over what they know.
      const isBehind = cursor !== null && (cursor === undefined || number === null || (!known?.has(id) && number < cursor));
      if (isBehind) this.cursors.set(id, number);
    }
    const wanted = new Set([...this.tabs.values()].flatMap((each) => [...each.boards]));
    for (const id of this.cursors.keys()) if (!wanted.has(id)) this.cursors.delete(id);
    if (JSON.stringify([...this.cursors]) !== before) this.stream.refresh();
  }

  /** Closes the connection. */
  close(): void {
    this.stream.close();
  }

  private pass(message: StreamMessage) {
    const { owner, tell } = this.options;
    if (message.name === "viewer") {
      if (message.data?.userId === owner?.userId && message.data?.tenantId === owner?.tenantId) return;
      // Someone else has signed in, or nobody is any more: what comes now is not for these tabs.
      this.cursors.clear();
      this.stream.refresh(0);
      return tell({ name: "doubt" });
    }
    if (message.name === "gone") this.cursors.delete(message.data.boardId);
    if (message.name === "snapshot" || message.name === "generation") {
      const { boardId, number } = message.data;
      if (!this.cursors.has(boardId)) return;
      this.cursors.set(boardId, number);
    }
    tell(message);
  }
}
