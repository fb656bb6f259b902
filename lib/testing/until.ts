import { setTimeout as delay } from "node:timers/promises";
import { waitLimitMs } from "./wait-limit.ts";

/** Waits until `look` finds something that is not false or missing, and answers it. */
export async function until<Found>(look: () => Promise<Found> | Found): Promise<NonNullable<Exclude<Found, false>>> {
  const deadline = Date.now() + waitLimitMs;
  // What is waited for costs less when it is looked at seldom, and most of it is there soon.
  let pause = 10;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as NonNullable<Exclude<Found, false>>;
    if (Date.now() > deadline) throw new Error(`timed out after ${waitLimitMs / 1000} seconds waiting for ${look}`);
    await delay(pause);
    pause = Math.min(pause * 1.3, 100);
  }
}
