"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";

/** So many results are compared at most. */
export const mostCompared = 4;

/** Which results the address compares (`?compare=<id>,<id>`), two to four of them, and a function that compares others or, with an empty list, none. */
export function useCompared(): [string[], (ids: readonly string[]) => void] {
  const pathname = usePathname();
  const asked = useSearchParams().get("compare") ?? "";
  const ids = useMemo(() => [...new Set(asked.split(",").filter(Boolean))].slice(0, mostCompared), [asked]);
  const compare = useCallback(
    (wanted: readonly string[]) => {
      const parameters = new URLSearchParams(window.location.search);
      const isOpen = parameters.has("compare");
      if (wanted.length === 0 && isOpen && window.history.state?.boardsCompare) return window.history.back();
      if (wanted.length === 0) parameters.delete("compare");
      else parameters.set("compare", wanted.join());
      const address = parameters.size > 0 ? `${pathname}?${parameters}` : pathname;
      if (isOpen) window.history.replaceState(null, "", address);
      else window.history.pushState({ boardsCompare: true }, "", address);
    },
    [pathname],
  );
  return [ids.length > 1 ? ids : [], compare];
}
