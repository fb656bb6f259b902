"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { isTaken } from "../gallery/is-taken";
import { UndoStack } from "./undo-stack";

const UndoContext = createContext<UndoStack | null>(null);

/** Holds what can be taken back on a page: Ctrl or ⌘ + Z outside of fields takes back the latest. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [stack] = useState(() => new UndoStack());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || isTaken(event.target)) return;
      if (stack.undoLast()) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [stack]);
  return <UndoContext value={stack}>{children}</UndoContext>;
}

/** What can be taken back on this page. */
export function useUndoStack(): UndoStack {
  const stack = useContext(UndoContext);
  if (!stack) throw new Error("There is no UndoProvider above");
  return stack;
}
