import { setTimeout as delay } from "node:timers/promises";
import { hashSigningKey } from "@/inngest/local-server/signatures";
import { log } from "@/lib/platform/log";

const announcedEveryMs = 5_000;
const answerWithinMs = 3_000;

/** Where the functions are served, and whom to tell. */
interface Membership {
  engineUrl: string;
  /** As in http://127.0.0.1:8291/api/inngest. */
  url: string;
  signingKey: string;
}

/** Tells a local engine of a worker, again and again, so that an engine that was started anew knows it. Answers a way to take leave. */
export function joinEngine({ engineUrl, url, signingKey }: Membership): () => Promise<void> {
  const stopping = new AbortController();
  const tell = async (method: "POST" | "DELETE") => {
    const response = await fetch(new URL("/v1/workers", engineUrl), {
      method,
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${hashSigningKey(signingKey)}` },
      body: JSON.stringify({ url }),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${(await response.text()).slice(0, 500)}`);
  };
  const announce = async () => {
    let isKnown = false;
    while (!stopping.signal.aborted) {
      try {
        await tell("POST");
        if (!isKnown) log.info({ engineUrl, url }, "joined the engine");
        isKnown = true;
      } catch (error) {
        if (isKnown) log.warn({ err: error, engineUrl }, "the engine does not answer");
        isKnown = false;
      }
      await delay(isKnown ? announcedEveryMs : announcedEveryMs / 10, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const announcing = announce();
  return async () => {
    stopping.abort();
    await announcing;
    await tell("DELETE").catch((error) => log.warn({ err: error }, "could not tell the engine that this worker stops"));
  };
}
