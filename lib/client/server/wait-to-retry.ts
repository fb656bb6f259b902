const firstDelayMs = 250;
const usualDelayMs = 1000;
const longDelayMs = 5000;
/** After this many failures the server is not just restarting. */
const manyFailures = 60;

/** How long to wait after so many failures in a row; spread, so that not all clients of a server come back at the same moment. */
export function retryDelayMs(failures: number, random = Math.random()): number {
  const delay = failures > manyFailures ? longDelayMs : Math.min(usualDelayMs, firstDelayMs * 2 ** failures);
  return delay * (0.5 + random / 2);
}

/** Calls `onBack` whenever the browser is online again, or the page is seen again; answers how to stop that. */
export function whenBack(onBack: (reason: "online" | "visible") => void): () => void {
  const onOnline = () => onBack("online");
  const onVisible = () => document.visibilityState === "visible" && onBack("visible");
  window.addEventListener("online", onOnline);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", onOnline);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

/** Waits before another attempt: longer after each failure, and no longer once the browser is back or `signal` says stop. */
export function waitToRetry(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, retryDelayMs(failures));
    const stop = whenBack(done);
    signal.addEventListener("abort", done);
  });
}
