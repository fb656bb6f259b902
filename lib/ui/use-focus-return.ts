import { useRef } from "react";

/**
 * Gives the focus back to what opened a window, when it closes. Radix does so for a trigger of its own only, and windows here are opened
 * by whatever was pressed. Where that is gone, as a menu's line, `useFocusKeeper` finds what is near. `returnTo` names something else, if that is there.
 */
export function useFocusReturn(returnTo?: () => HTMLElement | null) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement as HTMLElement | null;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      (returnTo?.() ?? opener.current)?.focus();
    },
  };
}
