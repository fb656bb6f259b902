import type { InMemoryCache } from "@apollo/client";

/** What the types of Apollo hide: for each field with a policy of each object that was ever in the cache, an object of the policy's own. */
interface Storages {
  data: { storageTrie: { strong?: Map<string, unknown> } };
}

/** The objects of the cache of which Apollo keeps storages. */
export const storagesOf = (cache: InMemoryCache): Map<string, unknown> | undefined => (cache as unknown as Storages).data.storageTrie.strong;

/**
 * Forgets what Apollo remembers of each object that was ever in the cache, about five kilobytes a tile, for as long as the page is open: how it was read,
 * which `gc` frees, and storages of its policies, which nothing frees (4.3). Policies of ours keep nothing there. What is shown is read once more.
 */
export function forgetReads(cache: InMemoryCache): void {
  cache.gc({ resetResultCache: true });
  storagesOf(cache)?.clear();
}
