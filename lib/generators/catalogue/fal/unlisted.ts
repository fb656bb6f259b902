import type { Deprecation } from "@/lib/generators/contract/define-generator";

/**
 * For endpoints that fal's own lists of models (https://fal.ai/api/models as of 16 September 2026, `genmedia models` as of 7 October) no
 * longer have: nobody has announced their end.
 */
export const unlisted = (use: string): Deprecation => ({
  note: "It may be gone: fal no longer lists this model (read 26 November 2026)",
  use,
});
