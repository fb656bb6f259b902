"use client";

import type { GalleryFilter, GallerySort } from "@boards/client";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { readFilter, readSort, writeFilter } from "./filter-address";

/** What of a board is shown, and in which order: part of the address, and changed without a request to the server. */
export interface FilterState {
  /** Only what is asked for: no key stands there for nothing. */
  filter: GalleryFilter;
  isFiltered: boolean;
  sort: GallerySort;
  /** Changes these parts; null, an empty text or list lets one go. */
  change: (changes: Partial<GalleryFilter>) => void;
  /** Shows just this. */
  replace: (filter: GalleryFilter) => void;
  changeSort: (sort: GallerySort) => void;
}

/** The filter of the address, such as `?q=fox&type=VIDEO&starred=yes&sort=oldest`. */
export function useFilter(): FilterState {
  const pathname = usePathname();
  const asked = useSearchParams().toString();
  const { filter, sort } = useMemo(() => {
    const parameters = new URLSearchParams(asked);
    return { filter: readFilter(parameters), sort: readSort(parameters) };
  }, [asked]);
  const write = useCallback(
    (put: (parameters: URLSearchParams) => void) => {
      const parameters = new URLSearchParams(window.location.search);
      put(parameters);
      // Without the state of Next.js, which would take it for a change of its own and tell nobody.
      window.history.replaceState(null, "", parameters.size > 0 ? `${pathname}?${parameters}` : pathname);
    },
    [pathname],
  );
  const replace = useCallback((next: GalleryFilter) => write((parameters) => writeFilter(parameters, next)), [write]);
  const change = useCallback(
    (changes: Partial<GalleryFilter>) => write((parameters) => writeFilter(parameters, { ...readFilter(parameters), ...changes })),
    [write],
  );
  const changeSort = useCallback(
    (next: GallerySort) => write((parameters) => (next === "OLDEST" ? parameters.set("sort", "oldest") : parameters.delete("sort"))),
    [write],
  );
  return { filter, isFiltered: Object.keys(filter).length > 0, sort, change, replace, changeSort };
}
