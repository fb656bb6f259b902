import { waitToRetry, whenBack } from "../server/wait-to-retry.ts";

/** What is about to end is renewed this long before. */
const earlyMs = 30_000;
// Neither a clock that goes wrong nor one that stands still makes a client ask all the time, or never.
const leastWaitMs = 20_000;
const mostWaitMs = 240_000;

/**
 * Renews what ends at a time (in ms) that `endsAt` tells, before it ends, again and again: also when the machine has slept or was offline
 * meanwhile, and until a renewal that failed succeeds. Answers how to stop it.
 */
export function keepRenewed(endsAt: () => number, renew: () => Promise<unknown>): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRenewing = false;

  const schedule = () => {
    clearTimeout(timer);
    const wait = endsAt() - earlyMs - Date.now();
    timer = setTimeout(renewNow, Math.min(Math.max(wait, leastWaitMs), mostWaitMs));
  };

  async function renewNow() {
    if (isRenewing) return;
    isRenewing = true;
    for (let failures = 0; !signal.aborted; ) {
      try {
        await renew();
        break;
      } catch {
        await waitToRetry(failures++, signal);
      }
    }
    isRenewing = false;
    if (!signal.aborted) schedule();
  }

  // Timers stand still while a machine sleeps.
  const stopLooking = whenBack(() => endsAt() - earlyMs <= Date.now() && void renewNow());
  schedule();
  return () => {
    stopping.abort();
    stopLooking();
    clearTimeout(timer);
  };
}
