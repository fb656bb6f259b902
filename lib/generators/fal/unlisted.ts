import type { Deprecation } from "../define-generator";

/** For endpoints that are not among those of fal's client (1.10.1), and of which fal's documentation tells nothing: nobody has announced their end. */
export const unlisted = (use: string): Deprecation => ({
  note: "It may be gone: fal's own client does not list it (read 26 November 2026)",
  use,
});
