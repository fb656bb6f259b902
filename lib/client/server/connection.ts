import { waitToRetry, whenBack } from "./wait-to-retry.ts";

/**
 * How a page stands to its server: `offline`, the browser has no network; `unreachable`, the server does not answer; `signedOut`, it answers and
 * no longer knows who is asking; otherwise `connected`.
 */
export type ConnectionState = "connected" | "offline" | "unreachable" | "signedOut";

/** The session has ended by which the page was loaded; nothing of the answer is used. */
export class SessionEndedError extends Error {}

/** Where the server says who asked, or `nobody`. Pages of other origins are not told, and watch over no session. */
const viewerHeader = "x-viewer";
const nobody = "nobody";
/** Tabs of a browser share its session: who signs in or out tells the others. */
const channelName = "boards-session";

/** Whether the server itself answered, and not something between, as a proxy does for a server that is down. */
export const isAnswer = ({ status, headers }: Response) => status < 500 || Boolean(headers.get("content-type")?.includes("json"));

type Change = "state" | "back" | "other";

/**
 * Watches over the answers of a server: whether there are any, and whether they are for the same person as before. While someone listens, what
 * fails is tried again until there is an answer.
 */
export class Connection {
  private isAway = false;
  private isSignedOut = false;
  private viewer: string | null = null;
  private isLooking = false;
  private readonly listeners: Record<Change, Set<() => void>> = { state: new Set(), back: new Set(), other: new Set() };

  /** `ask` sends a small request, of which `answered` or `failed` is told as of any other. */
  constructor(private readonly ask: () => Promise<unknown>) {}

  get state(): ConnectionState {
    if (!navigator.onLine) return "offline";
    if (this.isAway) return "unreachable";
    return this.isSignedOut ? "signedOut" : "connected";
  }

  /**
   * Calls `listener` from now on when the `state` changes; when the server, or the session, is `back` and what is shown has to be asked for again; or
   * when the answers are for an`other` person. Answers how to stop.
   */
  on(change: Change, listener: () => void): () => void {
    this.listeners[change].add(listener);
    return () => this.listeners[change].delete(listener);
  }

  /** Listens to the state, and looks again whenever the page is seen or the network is back. */
  readonly watch = (listener: () => void): (() => void) => {
    const stops = [this.on("state", listener), whenBack(() => void this.look())];
    const channel = "BroadcastChannel" in window ? new BroadcastChannel(channelName) : null;
    channel?.addEventListener("message", () => void this.look());
    for (const event of ["online", "offline"]) window.addEventListener(event, listener);
    return () => {
      for (const stop of stops) stop();
      channel?.close();
      for (const event of ["online", "offline"]) window.removeEventListener(event, listener);
    };
  };

  /** Tells the other tabs that someone has signed in or out. */
  announce(): void {
    if (!("BroadcastChannel" in window)) return;
    const channel = new BroadcastChannel(channelName);
    channel.postMessage("changed");
    channel.close();
  }

  /** Takes note of an answer. Throws instead of giving one for nobody to a page of someone: it would take from the screen what is still theirs. */
  answered(response: Response): void {
    if (isAnswer(response)) this.note(response.headers.get(viewerHeader));
    else this.failed();
  }

  /** Takes note that there was no answer. */
  failed(): void {
    void this.look();
  }

  private note(viewer: string | null) {
    const before = this.viewer;
    const hasEnded = viewer === nobody && before !== null && before !== nobody;
    const isBack = this.isAway || (this.isSignedOut && viewer === before);
    this.change({ isAway: false, isSignedOut: viewer === null ? this.isSignedOut : hasEnded });
    if (hasEnded) throw new SessionEndedError("The session has ended");
    this.viewer = viewer ?? before;
    if (viewer !== null && before !== null && viewer !== before) this.tell("other");
    else if (isBack) this.tell("back");
  }

  /** Asks whether the server is there, and whom it takes this page for. */
  async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    for (let failures = 0; this.listeners.state.size > 0; failures++) {
      try {
        await this.ask();
        break;
      } catch (error) {
        if (error instanceof SessionEndedError) break;
        this.change({ isAway: true });
        await waitToRetry(failures, new AbortController().signal);
      }
    }
    this.isLooking = false;
  }

  private change(to: { isAway: boolean; isSignedOut?: boolean }) {
    const before = this.state;
    Object.assign(this, to);
    if (this.state !== before) this.tell("state");
  }

  private tell(change: Change) {
    for (const listener of [...this.listeners[change]]) listener();
  }
}
