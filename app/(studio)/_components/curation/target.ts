import type { BulkTarget } from "@boards/client";

/** So many results are changed by one request; more of them in the background. */
export const mostAtOnce = 200;

/** What a change is for: some results, or however many a search finds. */
export type Target = { ids: readonly string[] } | (BulkTarget & { count: number });

/** How many results it is. */
export const countOf = (target: Target): number => ("search" in target ? target.count : target.ids.length);

/** The results themselves, where one request can name them. */
export function fewOf(target: Target): readonly string[] | null {
  const { ids } = target;
  return ids && ids.length <= mostAtOnce ? ids : null;
}
