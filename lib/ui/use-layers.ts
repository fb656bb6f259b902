import { useEffect, useSyncExternalStore } from "react";

type Layers = typeof import("./layers")["layers"];

/** How long a page that is there is left to ask for what it shows. */
const restMs = 500;
const retryMs = 2000;

let loaded: Layers | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Loads what lies over pages, once; where that fails, it is tried until it is there. */
export function loadLayers(): Promise<void> {
  loading ??= import("./layers").then(
    ({ layers }) => {
      loaded = layers;
      for (const tell of listeners) tell();
    },
    () => {
      loading = undefined;
      setTimeout(loadLayers, retryMs);
    },
  );
  return loading;
}

/** Loads it when the page itself is there and the browser has nothing else to do: by then nobody has to wait for it, also without a network. */
export function loadLayersAtRest(): void {
  const load = () => ("requestIdleCallback" in window ? requestIdleCallback(loadLayers, { timeout: restMs }) : loadLayers());
  const rest = () => setTimeout(load, restMs);
  if (document.readyState === "complete") rest();
  else window.addEventListener("load", rest, { once: true });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What lies over pages, once it is loaded: at rest, or as soon as something of it is wanted. */
export function useLayers(isWanted: boolean): Layers | undefined {
  useEffect(() => {
    if (isWanted) void loadLayers();
  }, [isWanted]);
  return useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  );
}
