import { setTimeout as delay } from "node:timers/promises";

const shortestPauseMilliseconds = 100;
const longestPauseMilliseconds = 2_000;
// Longer than it takes to find nobody. Who was to try may never come to it, as when its run is canceled.
const turnMilliseconds = 15_000;

type Absence = { failures: number; retryAt: number; news: PromiseWithResolvers<void> };

/**
 * Remembers which apps do not answer. One call at a time finds out whether an app is back, with growing pauses; all others wait for what it finds, so
 * that a thousand runs of an app that is away cost no more than one.
 */
export class AwayApps {
  #absences = new Map<string, Absence>();

  /** Whether the last call there found nobody. */
  has(url: URL): boolean {
    return this.#absences.has(url.origin);
  }

  /** Takes note of whether a call found nobody there. */
  note(url: URL, isAway: boolean, now = Date.now()): void {
    const known = this.#absences.get(url.origin);
    if (isAway) {
      const failures = (known?.failures ?? 0) + 1;
      const pause = Math.min(shortestPauseMilliseconds * 2 ** (failures - 1), longestPauseMilliseconds);
      this.#absences.set(url.origin, { failures, retryAt: now + pause, news: Promise.withResolvers() });
    } else this.#absences.delete(url.origin);
    known?.news.resolve();
  }

  /** Undefined when a call may go there now, which is then to be made; else a promise of the moment to ask again, at once when `signal` aborts. */
  turn(url: URL, signal: AbortSignal, now = Date.now()): Promise<void> | undefined {
    const absence = this.#absences.get(url.origin);
    if (!absence) return undefined;
    const pause = absence.retryAt - now;
    if (pause > 0) return untilNews(absence, pause, signal);
    absence.retryAt = now + turnMilliseconds;
    return undefined;
  }
}

async function untilNews({ news }: Absence, milliseconds: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  // Not longer, since an app may return at another address.
  const pause = delay(Math.min(milliseconds, longestPauseMilliseconds), undefined, {
    signal: AbortSignal.any([signal, over.signal]),
    ref: false,
  }).catch(() => {});
  await Promise.race([news.promise, pause]);
  over.abort();
}
