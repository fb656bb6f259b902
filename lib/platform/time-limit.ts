/** A signal that aborts after a time, and a way to call that off. */
export interface TimeLimit {
  signal: AbortSignal;
  clear: () => void;
}

/**
 * A limit for work that usually ends sooner. `AbortSignal.timeout` keeps what it was called in, as a whole run of a workflow, in memory until its
 * time is over, however early the work was done.
 */
export function timeLimit(milliseconds: number): TimeLimit {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
  const timer = setTimeout(abort, milliseconds).unref();
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
