import { useEffect } from "react";
import { SessionEndedError } from "../server/connection.ts";
import { waitToRetry } from "../server/wait-to-retry.ts";

/** Asks `again` for what failed, after a second, or as soon as the browser is back; once for each `error`. */
export function useRetry(error: unknown, again: () => Promise<unknown>) {
  useEffect(() => {
    // After signing in again, everything that is shown is asked for.
    if (!error || error instanceof SessionEndedError) return;
    const stop = new AbortController();
    const retry = async () => {
      await waitToRetry(2, stop.signal);
      // What fails once more is another error.
      if (!stop.signal.aborted) await again().catch(() => undefined);
    };
    void retry();
    return () => stop.abort();
  }, [error, again]);
}
