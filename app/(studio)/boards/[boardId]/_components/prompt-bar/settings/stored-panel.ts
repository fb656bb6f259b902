import { useSyncExternalStore } from "react";

const key = "boards:settings-panel";
const narrowest = 280;
const widest = 560;
const listeners = new Set<() => void>();

/** How wide the settings panel may be, in pixels. */
export const panelLimits = { narrowest, widest };

interface Panel {
  isOpen: boolean;
  /** In pixels. */
  width: number;
}

const initial: Panel = { isOpen: true, width: 320 };
let known: { text: string | null; panel: Panel } = { text: null, panel: initial };

function read(): Panel {
  const text = localStorage.getItem(key);
  if (text !== known.text) known = { text, panel: parse(text) };
  return known.panel;
}

function parse(text: string | null): Panel {
  try {
    const { isOpen, width } = JSON.parse(text ?? "null") as Partial<Panel>;
    return { isOpen: isOpen !== false, width: Math.min(Math.max(Number(width) || initial.width, narrowest), widest) };
  } catch {
    return initial;
  }
}

/** Changes what this browser remembers of the settings panel. */
export function changePanel(changes: Partial<Panel>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...read(), ...changes }));
  } catch {
    // Without room in the browser, the panel stays as it is on this page.
    known = { text: known.text, panel: { ...known.panel, ...changes } };
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The settings panel as this browser remembers it. */
export const useStoredPanel = (): Panel => useSyncExternalStore(subscribe, read, () => initial);
