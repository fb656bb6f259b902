import { useEffect, useLayoutEffect, useRef } from "react";
import { promptElement } from "./focus-field";

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable], [role=menuitem]");

/** "/" outside of fields moves the focus to the prompt; where that is still loading, as soon as it is there (`isThere`). */
export function usePromptKey(isThere: boolean): void {
  const isWanted = useRef(false);
  useEffect(() => {
    const focusByKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
      event.preventDefault();
      const prompt = promptElement();
      isWanted.current = !prompt;
      // At once: the next key belongs to the prompt already, and where there is none, to no tile, on which letters are shortcuts.
      if (prompt) prompt.focus();
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    };
    window.addEventListener("keydown", focusByKey);
    return () => window.removeEventListener("keydown", focusByKey);
  }, []);

  useLayoutEffect(() => {
    if (!isThere || !isWanted.current) return;
    isWanted.current = false;
    // Whoever has gone on to something else meanwhile stays there.
    if (document.activeElement === document.body) promptElement()?.focus();
  }, [isThere]);
}
