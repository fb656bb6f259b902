import { useEffect, useRef } from "react";
import { isTaken } from "./is-taken";

interface SelectionKeys {
  selectAll: () => void;
  /** Does something with what is selected, or answers false where nothing is. */
  clear: () => boolean;
  star: () => boolean;
  rate: (rating: number | null) => boolean;
  tag: () => boolean;
}

/** Keys for what is selected, wherever the focus is on the page but in fields and windows: Ctrl or ⌘ + A, Escape, S, 0 to 5, T. */
export function useSelectionKeys(keys: SelectionKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.shiftKey || isTaken(event.target)) return;
      const { selectAll, clear, star, rate, tag } = latest.current;
      const key = event.key.toLowerCase();
      const act = (): boolean => {
        if (event.ctrlKey || event.metaKey) {
          if (key === "a") selectAll();
          return key === "a";
        }
        if (key === "escape") return clear();
        if (key === "s") return star();
        if (key === "t") return tag();
        return /^[0-5]$/.test(key) && rate(Number(key) || null);
      };
      if (act()) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
