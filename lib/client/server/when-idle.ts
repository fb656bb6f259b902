/** The browser's work goes on no longer than this before what waits for its end is done. */
const patienceMs = 1000;

/** Does something in the browser's first quiet moment, after what is to be shown now; answers how to call it off. */
export function whenIdle(act: () => void): () => void {
  // Safari has no such moments.
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(act, 1);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: patienceMs });
  return () => cancelIdleCallback(request);
}
