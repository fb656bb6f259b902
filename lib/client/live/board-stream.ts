import { EventSourceParserStream } from "eventsource-parser/stream";
import type { BoardsServer } from "../server/boards-server.ts";
import { retryDelayMs, whenBack } from "../server/wait-to-retry.ts";
import type { StreamMessage } from "./messages.ts";

interface BoardStreamOptions {
  server: BoardsServer;
  /** Asks now and then, instead of keeping a connection open. */
  isPolling: boolean;
  /** The boards to ask for, with the number of the last event of each that is known. */
  cursors: () => ReadonlyMap<string, number | null>;
  onMessage: (message: StreamMessage) => void;
}

const names = ["viewer", "snapshot", "generation", "board", "gone"] as const;
/** How long a page that keeps no connection open waits between two questions. */
export const pollIntervalMs = 2000;
const watchIntervalMs = 1000;
/** The server says something every ten seconds: one that is silent for longer than two of them is not there any more. */
const longestSilenceMs = 25_000;
/** For a page that is seen again, after which one missed word is enough to look. */
const shortSilenceMs = 11_000;

/** One connection to the server for all boards that are asked for; it is opened again whenever it breaks, falls silent or the browser is back. */
export class BoardStream {
  /** Ends the connection that is open, or being opened. */
  private connection: AbortController | undefined;
  private opening: ReturnType<typeof setTimeout> | undefined;
  private lastHeardAt = 0;
  private failures = 0;
  private readonly watching = setInterval(() => this.reopenAfter(longestSilenceMs), watchIntervalMs);
  // After a change of network the old connection may be dead without saying so, and where there is none, nothing is to be waited for.
  private readonly stopWatching = whenBack((reason) => this.reopenAfter(reason === "online" || !this.connection ? 0 : shortSilenceMs));

  constructor(private readonly options: BoardStreamOptions) {}

  /** Opens it anew with the boards that are asked for now; several calls in a row open it once. */
  refresh(delayMs = 30): void {
    clearTimeout(this.opening);
    this.opening = setTimeout(() => this.open(), delayMs);
  }

  /** Closes it for good. */
  close(): void {
    clearInterval(this.watching);
    this.stopWatching();
    this.disconnect();
  }

  private disconnect() {
    clearTimeout(this.opening);
    this.opening = undefined;
    this.connection?.abort();
    this.connection = undefined;
  }

  private reopenAfter(silenceMs: number) {
    if (silenceMs > 0 && (!this.connection || Date.now() - this.lastHeardAt <= silenceMs)) return;
    this.failures ||= 1;
    this.open();
  }

  private open() {
    this.disconnect();
    const { isPolling, cursors } = this.options;
    const boards = [...cursors()];
    if (boards.length === 0 || (isPolling && document.visibilityState === "hidden")) return;
    const query = new URLSearchParams(boards.map(([id, number]) => ["board", number === null ? id : `${id}:${number}`]));
    if (isPolling) query.set("once", "1");
    this.connection = new AbortController();
    this.lastHeardAt = Date.now();
    void this.follow(`/api/events?${query}`, this.connection.signal);
  }

  /** Not by EventSource, which sends no headers and so no token. */
  private async follow(path: string, signal: AbortSignal): Promise<void> {
    const { server, isPolling, onMessage } = this.options;
    let isAnswered = false;
    let isRefused = false;
    try {
      const response = await server.request(path, { signal, cache: "no-store", headers: { accept: "text/event-stream" } });
      isRefused = !response.ok;
      const events = response.ok ? response.body?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()) : undefined;
      const reader = events?.getReader();
      for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
        if (signal.aborted) return;
        isAnswered = true;
        this.hear();
        const { event, data } = read.value;
        const name = names.find((each) => each === event);
        if (name) onMessage({ name, data: JSON.parse(data) } as StreamMessage);
      }
    } catch {
      // It is opened again below, as after every end.
    }
    if (signal.aborted) return;
    this.disconnect();
    if (isAnswered && isPolling) return this.refresh(pollIntervalMs);
    // Told once, not at every attempt: whoever may see nothing any more stops asking.
    if (isRefused && this.failures === 0) onMessage({ name: "doubt" });
    this.refresh(retryDelayMs(this.failures));
    this.failures += 1;
  }

  private hear() {
    this.lastHeardAt = Date.now();
    if (this.failures === 0) return;
    this.failures = 0;
    this.options.onMessage({ name: "doubt" });
  }
}
