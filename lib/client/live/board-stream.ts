import type { StreamMessage } from "./messages";
import { retryDelayMs, whenBack } from "./wait-to-retry";

interface BoardStreamOptions {
  /** Where the server tells of board events. */
  url: string;
  /** Asks now and then, instead of keeping a connection open. */
  isPolling: boolean;
  /** The boards to ask for, with the number of the last event of each that is known. */
  cursors: () => ReadonlyMap<string, number | null>;
  onMessage: (message: StreamMessage) => void;
}

const names = ["viewer", "snapshot", "generation", "gone"] as const;
const pollIntervalMs = 2000;
const watchIntervalMs = 1000;
/** The server says something every ten seconds: one that is silent for longer than two of them is not there any more. */
const longestSilenceMs = 25_000;
/** For a page that is seen again, after which one missed word is enough to look. */
const shortSilenceMs = 11_000;

/** One connection to the server for all boards that are asked for; it is opened again whenever it breaks, falls silent or the browser is back. */
export class BoardStream {
  private source: EventSource | undefined;
  private opening: ReturnType<typeof setTimeout> | undefined;
  private lastHeardAt = 0;
  private failures = 0;
  private readonly watching = setInterval(() => this.reopenAfter(longestSilenceMs), watchIntervalMs);
  // After a change of network the old connection may be dead without saying so, and where there is none, nothing is to be waited for.
  private readonly stopWatching = whenBack((reason) => this.reopenAfter(reason === "online" || !this.source ? 0 : shortSilenceMs));

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
    this.source?.close();
    this.source = undefined;
  }

  private reopenAfter(silenceMs: number) {
    if (silenceMs > 0 && (!this.source || Date.now() - this.lastHeardAt <= silenceMs)) return;
    this.failures ||= 1;
    this.open();
  }

  private open() {
    this.disconnect();
    const { url, isPolling, cursors, onMessage } = this.options;
    const boards = [...cursors()];
    if (boards.length === 0 || (isPolling && document.visibilityState === "hidden")) return;
    const query = new URLSearchParams(boards.map(([id, number]) => ["board", number === null ? id : `${id}:${number}`]));
    if (isPolling) query.set("once", "1");
    const source = new EventSource(`${url}?${query}`);
    let isAnswered = false;
    this.source = source;
    this.lastHeardAt = Date.now();

    const hear = () => {
      this.lastHeardAt = Date.now();
      if (isAnswered) return;
      isAnswered = true;
      const wasLost = this.failures > 0;
      this.failures = 0;
      if (wasLost) onMessage({ name: "doubt" });
    };
    source.addEventListener("alive", hear);
    for (const name of names)
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        hear();
        if (this.source === source) onMessage({ name, data: JSON.parse(data) } as StreamMessage);
      });
    source.onerror = () => {
      const isRefused = source.readyState === EventSource.CLOSED;
      this.disconnect();
      if (isAnswered && isPolling) return this.refresh(pollIntervalMs);
      // Told once, not at every attempt: whoever may see nothing any more stops asking.
      if (isRefused && this.failures === 0) onMessage({ name: "doubt" });
      this.refresh(retryDelayMs(this.failures));
      this.failures += 1;
    };
  }
}
