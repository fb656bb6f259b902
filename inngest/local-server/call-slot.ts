import type { Bound, ConcurrencyGate, Release } from "./concurrency-gate";

/** The place of one call within its bounds, which it gives to others while it has nothing to do. */
export class CallSlot {
  /** Has no place now. */
  isWaiting = false;
  #gate: ConcurrencyGate;
  #bounds: () => Bound[];
  #rank: string;
  #release: Release = () => {};

  constructor(gate: ConcurrencyGate, bounds: () => Bound[], rank: string) {
    this.#gate = gate;
    this.#bounds = bounds;
    this.#rank = rank;
  }

  /** Waits for a place. */
  async enter(): Promise<void> {
    const place = this.#gate.acquire(this.#bounds(), this.#rank);
    this.isWaiting = place instanceof Promise;
    this.#release = await place;
    this.isWaiting = false;
  }

  /** Gives the place to others. */
  leave(): void {
    this.#release();
    this.isWaiting = true;
  }
}
