/** Where a call of a function goes: to a worker's address, or, when undefined, to the app that was synced. */
export type Place = { url: URL | undefined; leave: () => void };

// Three announcements may get lost.
const rememberedMilliseconds = 16_000;
const most = 100;

/**
 * The workers that serve functions besides the app that was synced. Each announces itself again and again, and is forgotten when it does not, or
 * cannot be reached. A call goes to whoever has the fewest in flight.
 */
export class WorkerList {
  #workers = new Map<string, { announcedAt: number; calls: number }>();
  #callsHere = 0;

  /** Takes note of a worker; false when there are too many. */
  announce(url: string, now = Date.now()): boolean {
    this.#forgetSilent(now);
    const known = this.#workers.get(url);
    if (!known && this.#workers.size >= most) return false;
    this.#workers.set(url, { announcedAt: now, calls: known?.calls ?? 0 });
    return true;
  }

  /** Sends no further call there, until it announces itself again. */
  forget(url: string): void {
    this.#workers.delete(url);
  }

  /** Chooses the place of a call, which is not the app itself when that is away and there are others; `leave` says that the call is over. */
  enter({ now = Date.now(), isAppAway = false } = {}): Place {
    this.#forgetSilent(now);
    let chosen: [string, { calls: number }] | undefined;
    for (const each of this.#workers)
      if (each[1].calls < (chosen?.[1].calls ?? (isAppAway ? Number.POSITIVE_INFINITY : this.#callsHere))) chosen = each;
    if (!chosen) {
      this.#callsHere += 1;
      return {
        url: undefined,
        leave: () => {
          this.#callsHere -= 1;
        },
      };
    }
    const [url, worker] = chosen;
    worker.calls += 1;
    return {
      url: new URL(url),
      leave: () => {
        worker.calls -= 1;
      },
    };
  }

  /** How many there are. */
  get size(): number {
    return this.#workers.size;
  }

  #forgetSilent(now: number): void {
    for (const [url, { announcedAt }] of this.#workers) if (now - announcedAt > rememberedMilliseconds) this.#workers.delete(url);
  }
}
