import { useRef } from "react";

/**
 * Gives the focus back to what opened a window, when it closes. Radix does so for a trigger of its own only, and windows here are opened
 * by whatever was pressed. Where that is gone, `useFocusKeeper` finds what is near. `returnTo` names something else, if that is there.
 */
export function useFocusReturn(returnTo?: () => HTMLElement | null) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      const active = document.activeElement as HTMLElement | null;
      // A menu goes with its lines. The button that names it stays, and has not had the focus where it was opened by a pointer.
      const menu = active?.closest("[role=menu]");
      opener.current = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      (returnTo?.() ?? opener.current)?.focus();
    },
  };
}
