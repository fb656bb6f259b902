"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { focusField } from "../focus-field";
import { changePanel, useStoredPanel } from "./stored-panel";

interface SettingsState {
  /** Whether the settings stand beside the board; else they come in a sheet. */
  isWide: boolean;
  isOpen: boolean;
  setIsOpen: (isOpen: boolean) => void;
  /** Brings an input into sight and gives it the focus, wherever it stands. */
  showField: (name: string) => void;
}

const SettingsContext = createContext<SettingsState | null>(null);

const wide = "(min-width: 80rem)";
const subscribe = (listener: () => void) => {
  const query = window.matchMedia(wide);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

/** Whether and where the settings are shown. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => false,
  );
  const panel = useStoredPanel();
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const setIsOpen = useCallback((isOpen: boolean) => (isWide ? changePanel({ isOpen }) : setIsSheetOpen(isOpen)), [isWide]);
  const showField = useCallback(
    (name: string) => {
      if (focusField(name)) return;
      setIsOpen(true);
      setWanted(name);
    },
    [setIsOpen],
  );
  useEffect(() => {
    if (!wanted) return;
    // Once a sheet that opens has taken the focus.
    const timer = setTimeout(() => {
      focusField(wanted);
      setWanted(null);
    }, 50);
    return () => clearTimeout(timer);
  }, [wanted]);
  const isOpen = isWide ? panel.isOpen : isSheetOpen;
  const value = useMemo(() => ({ isWide, isOpen, setIsOpen, showField }), [isWide, isOpen, setIsOpen, showField]);
  return <SettingsContext value={value}>{children}</SettingsContext>;
}

/** Whether and where the settings are shown, and what changes it. */
export function useSettings(): SettingsState {
  const value = useContext(SettingsContext);
  if (!value) throw new Error("SettingsProvider is missing");
  return value;
}
