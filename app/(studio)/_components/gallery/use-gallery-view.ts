"use client";

import { useViewer } from "@boards/client";
import { useCallback, useEffect, useState } from "react";
import { type GalleryLayoutKind, galleryLayouts } from "./layout/box";
import { tileSizes } from "./tile-sizes";

/** How someone looks at their boards; remembered in their browser. */
export interface GalleryLook {
  layout: GalleryLayoutKind;
  /** Null for what suits the screen. */
  tileSize: number | null;
  isGrouped: boolean;
}

const usual: GalleryLook = { layout: "justified", tileSize: null, isGrouped: false };

/** A tile size within what is offered. */
export const boundTileSize = (size: number) => Math.min(Math.max(size, tileSizes.least), tileSizes.most);

/** Reads a remembered look; whatever is not one is as if nothing was remembered. */
export function readLook(text: string | null): GalleryLook {
  try {
    const { layout, tileSize, isGrouped } = JSON.parse(text ?? "null") as Record<string, unknown>;
    return {
      layout: galleryLayouts.find((each) => each === layout) ?? usual.layout,
      tileSize: typeof tileSize === "number" && Number.isFinite(tileSize) ? boundTileSize(tileSize) : null,
      isGrouped: isGrouped === true,
    };
  } catch {
    return usual;
  }
}

/** The viewer's look, and a function that changes and remembers it. */
export function useGalleryLook(): [GalleryLook, (changes: Partial<GalleryLook>) => void] {
  const { viewer } = useViewer();
  const [look, setLook] = useState(usual);
  const key = viewer ? `boards.gallery.${viewer.id}` : null;
  useEffect(() => {
    if (key) setLook(readLook(localStorage.getItem(key)));
  }, [key]);
  const change = useCallback(
    (changes: Partial<GalleryLook>) =>
      setLook((before) => {
        const after = { ...before, ...changes };
        if (key) localStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  return [look, change];
}
