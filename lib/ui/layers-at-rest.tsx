"use client";

import { useEffect } from "react";
import { showMessagesBy } from "./toast";
import { loadLayersAtRest, useLayers } from "./use-layers";

/** Messages and tooltips of all pages; and loads all that lies over pages, once these are there. */
export function LayersAtRest() {
  const layers = useLayers(false);
  useEffect(loadLayersAtRest, []);
  return (
    layers && (
      <>
        <layers.Toaster onReady={showMessagesBy} />
        <layers.Tooltips />
      </>
    )
  );
}
