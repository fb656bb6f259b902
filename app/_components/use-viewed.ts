"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** Marks the entry of the browser's history that opening the viewer made, also across a reload. */
const mark = "boardsViewer";

/**
 * Which generation the address names (`?view=<id>`), and a function that shows another or, with null, none. The address changes in the browser
 * alone, so this works without a connection. One visit to the viewer is one step of the history: back closes it, and closing it goes back.
 */
export function useViewed(): [string | null, (id: string | null) => void] {
  const pathname = usePathname();
  const viewedId = useSearchParams().get("view");
  const view = useCallback(
    (id: string | null) => {
      const parameters = new URLSearchParams(window.location.search);
      const isOpen = parameters.has("view");
      if (id === null && isOpen && window.history.state?.[mark]) return window.history.back();
      if (id === null) parameters.delete("view");
      else parameters.set("view", id);
      const address = parameters.size > 0 ? `${pathname}?${parameters}` : pathname;
      if (isOpen) window.history.replaceState({ [mark]: Boolean(window.history.state?.[mark]) }, "", address);
      else if (id !== null) window.history.pushState({ [mark]: true }, "", address);
    },
    [pathname],
  );
  return [viewedId, view];
}
