// On the global object, since Next.js evaluates this module once for start-up and once for the route handlers.
const kept = globalThis as { boardsIsEnding?: boolean };

/** Notes when this process is asked to stop, and asks it to when the launcher, which would do so, is gone. To be called once, at start. */
export function watchForEnding(): void {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      kept.boardsIsEnding = true;
    });
}

/** Whether this process has been asked to stop: what fails from here on may have been cut off. */
export const isEnding = (): boolean => kept.boardsIsEnding === true;
