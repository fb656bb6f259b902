import { setTimeout as delay } from "node:timers/promises";
import { waitLimitMs } from "./wait-limit.ts";

/** Waits until `look` finds something that is not false or missing, and answers it. */
export async function until<Found>(look: () => Promise<Found> | Found): Promise<NonNullable<Exclude<Found, false>>> {
  const deadline = Date.now() + waitLimitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as NonNullable<Exclude<Found, false>>;
    if (Date.now() > deadline) throw new Error(`timed out after ${waitLimitMs / 1000} seconds waiting for ${look}`);
    await delay(15);
  }
}
