// Every bundle of Next.js evaluates this module for itself.
const kept = globalThis as { boardsClock?: (() => Date) | undefined };

/** The present moment, for what depends on the calendar. */
export const now = (): Date => kept.boardsClock?.() ?? new Date();

/** For tests: another clock, or none to go by the real one again. */
export function setClock(clock: (() => Date) | undefined): void {
  kept.boardsClock = clock;
}
