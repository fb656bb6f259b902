import { useEffect } from "react";
import { isTaken } from "../../../../_components/gallery/is-taken";
import { useUndoStack } from "../../../../_components/undo/undo-provider";
import { usePromptContext } from "./prompt-context";

/** Ctrl or ⌘ + Shift + Z outside of fields: a large change of the draft that was undone comes again. */
export function useRedoKeys(): void {
  const { store } = usePromptContext();
  const undoStack = useUndoStack();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey || !event.shiftKey || isTaken(event.target)) return;
      if (!store.redo()) return;
      undoStack.push(store.undo);
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [store, undoStack]);
}
