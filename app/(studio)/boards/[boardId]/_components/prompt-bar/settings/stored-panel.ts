"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { initialPanel, type Panel, panelCookie, readPanel } from "./panel-cookie";

const keptSeconds = 365 * 86_400;
const listeners = new Set<() => void>();
let known: { text: string | undefined; panel: Panel } = { text: undefined, panel: initialPanel };

function read(): Panel {
  const text = document.cookie
    .split("; ")
    .find((cookie) => cookie.startsWith(`${panelCookie}=`))
    ?.slice(panelCookie.length + 1);
  if (text !== known.text) known = { text, panel: readPanel(text) };
  return known.panel;
}

/** Changes what this browser remembers of the settings panel. */
export function changePanel(changes: Partial<Panel>): void {
  const { isOpen, width } = { ...read(), ...changes };
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API, which the rule suggests, is missing in plain HTTP and answers later
  document.cookie = `${panelCookie}=${isOpen ? "open" : "closed"}.${width}; path=/; max-age=${keptSeconds}; samesite=lax`;
  // Where cookies are refused, the panel stays as it is on this page.
  known = { text: known.text, panel: { isOpen, width } };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The settings panel as the browser that asked for the page remembers it, for the first rendering. */
export const FirstPanel = createContext<Panel>(initialPanel);

/** The settings panel as this browser remembers it. */
export function useStoredPanel(): Panel {
  const first = useContext(FirstPanel);
  return useSyncExternalStore(subscribe, read, () => first);
}
