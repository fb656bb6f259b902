import { setTimeout as delay } from "node:timers/promises";
import type { AppHandler } from "@/inngest/local-server/call-app";
import { sign } from "@/inngest/local-server/signatures";
import { log } from "@/lib/platform/log";

const longestPauseMs = 30_000;

// Every bundle of Next.js shares it.
const kept = globalThis as { boardsIsRegistered?: boolean };

/** Whether the functions of this process are registered at an Inngest that is not our own engine; undefined where nothing registers them. */
export const isRegistered = (): boolean | undefined => kept.boardsIsRegistered;

/** Has the SDK register the functions at an Inngest that is not our own engine; tries until it is done, or `stopping` is aborted. */
export async function register(handler: AppHandler, signingKey: string, stopping: AbortSignal): Promise<void> {
  kept.boardsIsRegistered = false;
  for (let tries = 1; !stopping.aborted; tries++) {
    const body = "{}";
    const headers = { "Content-Type": "application/json", "X-Inngest-Signature": sign(body, signingKey) };
    const { status, body: answer } = await handler({ method: "PUT", url: new URL("http://worker/api/inngest"), headers, body });
    if (status === 200) {
      kept.boardsIsRegistered = true;
      return log.info("registered the functions at Inngest");
    }
    log.warn({ status, answer: answer.slice(0, 500) }, "could not register the functions at Inngest; trying again");
    await delay(Math.min(500 * 2 ** tries, longestPauseMs), undefined, { signal: stopping }).catch(() => {});
  }
}
