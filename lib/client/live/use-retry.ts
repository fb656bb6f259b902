import { useEffect } from "react";
import { waitToRetry } from "./wait-to-retry.ts";

/** Asks `again` for what failed, after a second, or as soon as the browser is back; once for each `error`. */
export function useRetry(error: unknown, again: () => Promise<unknown>) {
  useEffect(() => {
    if (!error) return;
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
