import { useRef } from "react";

/**
 * Gives the focus back to what opened a window, when it closes. Radix does so for a trigger of its own only, and windows here are opened
 * by whatever was pressed. What was pressed may be gone by then: the focus goes to what held it. `returnTo` names something else, if that is there.
 */
export function useFocusReturn(returnTo?: () => HTMLElement | null) {
  const opener = useRef<HTMLElement | null>(null);
  const holder = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement as HTMLElement | null;
      // A menu goes with its lines; the button that opened it, and names it, stays.
      const menu = opener.current?.closest("[role=menu]");
      holder.current = menu
        ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "")
        : (opener.current?.parentElement?.closest<HTMLElement>("[tabindex]") ?? null);
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      (returnTo?.() ?? (opener.current?.isConnected ? opener.current : holder.current))?.focus();
    },
  };
}
