/** Gives a slot back; calling it twice is harmless. */
export type Release = () => void;

/** A bound that one call counts against: at most `limit` calls with this `key` at a time. */
export type Bound = { key: string; limit: number };

type Waiter = { bounds: Bound[]; rank: string; grant: (release: Release) => void };

/**
 * Holds calls back while their bounds are full. The lowest rank goes first: ranked by run id, which sorts by time, the
 * older run finishes before the younger one starts.
 * In memory only: one server holds the database, and after a crash no call is running.
 */
export class ConcurrencyGate {
  #active = new Map<string, number>();
  #waiting: Waiter[] = [];

  /** A slot at once when every bound has room, else a promise of one. */
  acquire(bounds: Bound[], rank: string): Release | Promise<Release> {
    if (bounds.length === 0) return () => {};
    // Room beside a waiter means that it waits for another of its bounds: a slot given back is handed on at once.
    if (this.#hasRoom(bounds)) return this.#take(bounds);
    return new Promise((grant) => {
      const place = this.#waiting.findLastIndex((waiter) => waiter.rank <= rank) + 1;
      this.#waiting.splice(place, 0, { bounds, rank, grant });
    });
  }

  #hasRoom(bounds: Bound[]): boolean {
    return bounds.every(({ key, limit }) => (this.#active.get(key) ?? 0) < limit);
  }

  #take(bounds: Bound[]): Release {
    for (const { key } of bounds) this.#active.set(key, (this.#active.get(key) ?? 0) + 1);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      for (const { key } of bounds) {
        const left = (this.#active.get(key) ?? 1) - 1;
        if (left > 0) this.#active.set(key, left);
        else this.#active.delete(key);
      }
      this.#grantWaiting(bounds);
    };
  }

  #grantWaiting(freed: Bound[]): void {
    const candidates = this.#waiting.filter((waiter) => overlap(waiter.bounds, freed));
    for (const waiter of candidates) {
      if (!this.#hasRoom(waiter.bounds)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      waiter.grant(this.#take(waiter.bounds));
    }
  }
}

function overlap(left: Bound[], right: Bound[]): boolean {
  return left.some((one) => right.some((other) => other.key === one.key));
}
