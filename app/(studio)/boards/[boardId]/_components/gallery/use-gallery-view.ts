"use client";

import { type ArtifactKind, useViewer } from "@boards/client";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { type GalleryLayoutKind, galleryLayouts } from "./layout/box";

/** The sizes that tiles may have, in CSS pixels of a row's height. */
export const tileSizes = { least: 140, most: 480, step: 20, wide: 240, narrow: 320 };

/** How someone looks at their boards; remembered in their browser. */
export interface GalleryLook {
  layout: GalleryLayoutKind;
  /** Null for what suits the screen. */
  tileSize: number | null;
  isGrouped: boolean;
}

/** What of a board is shown, and in which order: part of the address. */
export interface GalleryFilter {
  sort: "NEWEST" | "OLDEST";
  artifactType: ArtifactKind | null;
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

/** What the address asks for (`?sort=oldest&type=IMAGE`), and a function that changes it without a request to the server. */
export function useGalleryFilter(): [GalleryFilter, (changes: Partial<GalleryFilter>) => void] {
  const pathname = usePathname();
  const parameters = useSearchParams();
  const asked = parameters.get("type");
  const artifactType = artifactKinds.find(({ kind }) => kind === asked)?.kind ?? null;
  const sort = parameters.get("sort") === "oldest" ? "OLDEST" : "NEWEST";
  const change = useCallback(
    (changes: Partial<GalleryFilter>) => {
      const next = new URLSearchParams(window.location.search);
      if (changes.sort) next.delete("sort");
      if (changes.sort === "OLDEST") next.set("sort", "oldest");
      if (changes.artifactType !== undefined) next.delete("type");
      if (changes.artifactType) next.set("type", changes.artifactType);
      // Without the state of Next.js, which would take it for a change of its own and tell nobody.
      window.history.replaceState(null, "", next.size > 0 ? `${pathname}?${next}` : pathname);
    },
    [pathname],
  );
  return [{ sort, artifactType }, change];
}
