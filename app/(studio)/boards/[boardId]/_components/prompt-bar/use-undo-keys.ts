import { useEffect } from "react";
import { usePromptContext } from "./prompt-context";

/** Ctrl or ⌘ + Z outside of fields takes back the last large change of the draft; with Shift, it comes again. */
export function useUndoKeys(): void {
  const { store } = usePromptContext();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]")) return;
      if (event.shiftKey ? store.redo() : store.undo()) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [store]);
}
