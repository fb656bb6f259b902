import type { ApolloClient } from "@apollo/client";
import type { BoardGeneration } from "./gallery/fragments.ts";
import { tilesQuery } from "./gallery/tile-loader.ts";

const firstPauseMs = 250;
const longestPauseMs = 5000;
/** As many as are answered at once. */
const askedAtOnce = 100;

type Answer = (upload: BoardGeneration | null) => void;

/** Waits for uploads that the server checks. All that wait are asked for together: at once, and then less and less often. */
export class CheckedUploads {
  private readonly waiting = new Map<string, Answer>();
  private pauseMs = firstPauseMs;
  private isAsking = false;

  constructor(private readonly client: ApolloClient) {}

  /** Answers an upload once it has ended; null when it is gone, or when `signal` ends the wait. */
  until(id: string, signal: AbortSignal): Promise<BoardGeneration | null> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(null);
      signal.addEventListener("abort", () => this.answer(id, null), { once: true });
      this.waiting.set(id, resolve);
      this.pauseMs = firstPauseMs;
      if (!this.isAsking) void this.ask();
    });
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    while (this.waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
      this.pauseMs = Math.min(this.pauseMs * 1.5, longestPauseMs);
      // What has come goes on being checked: whoever cannot ask for it now does so later.
      await this.look([...this.waiting.keys()].slice(0, askedAtOnce)).catch(() => undefined);
    }
    this.isAsking = false;
  }

  private async look(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const { data } = await this.client.query({ query: tilesQuery, variables: { ids }, fetchPolicy: "no-cache" });
    const found = new Map(data?.generations.map((generation) => [generation.id, generation]));
    for (const id of ids) {
      const upload = found.get(id);
      if (upload?.status !== "PENDING" && upload?.status !== "PROCESSING") this.answer(id, upload ?? null);
    }
  }

  private answer(id: string, upload: BoardGeneration | null): void {
    this.waiting.get(id)?.(upload);
    this.waiting.delete(id);
  }
}
