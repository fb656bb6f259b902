"use client";

import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useMemo, useReducer, useSyncExternalStore } from "react";
import { galleriesOf } from "./galleries.ts";
import { sectionOf } from "./gallery.ts";
import type { GalleryFilter } from "./gallery-filter.ts";
import type { GallerySection } from "./gallery-item.ts";
import { newestFirst } from "./newest-first.ts";
import type { Stretch } from "./stretches.ts";
import { tileLoaderOf } from "./tile-loader.ts";

/** The order of a gallery. */
export type GallerySort = "NEWEST" | "OLDEST";

/**
 * What a board holds that matches a filter or, with null, what all boards of the viewer hold, by sections. `need` says which are near the screen;
 * `itemsOf(key)` answers what is in one, undefined until it is there, and the same list as long as nothing in it changes. `useBoardEvents` keeps it
 * live. `onGone(listener, kept)` tells what has left it, whoever took it away, also of what `kept()` answers when events were missed, and answers how
 * to stop.
 */
export function useGallery(boardId: string | null, filter: GalleryFilter, sort: GallerySort) {
  const client = useApolloClient();
  const [, reopen] = useReducer((times: number) => times + 1, 0);
  // Filters that say the same are one gallery.
  const gallery = galleriesOf(client).of(boardId, filter, {
    isOldestFirst: sort === "OLDEST",
    keep: (tiles) => tileLoaderOf(client).keepAll(tiles),
  });
  useEffect(() => {
    const letGo = galleriesOf(client).hold(gallery);
    // A page that was hidden for longer than a gallery is kept holds one that is closed.
    if (!letGo) reopen();
    return letGo ?? undefined;
  }, [client, gallery]);
  const { stretches, totalCount, error } = useSyncExternalStore(gallery.subscribe, gallery.snapshot, gallery.snapshot);

  const shown = useMemo(() => {
    const inOrder = sort === "NEWEST" ? [...(stretches ?? [])].reverse() : (stretches ?? []);
    const byKey = new Map(inOrder.map((stretch) => [stretch.key, stretch]));
    const itemsOf = (key: string) => {
      const items = byKey.get(key)?.items;
      return items && sort === "NEWEST" ? newestFirst(items) : items;
    };
    return { sections: inOrder.map(sameSection), itemsOf };
  }, [stretches, sort]);
  const need = useCallback((keys: string[]) => gallery.need(keys), [gallery]);
  return { ...shown, totalCount, isLoading: stretches === null, error, need, onGone: gallery.onGone };
}

const sections = new WeakMap<Stretch, GallerySection>();
function sameSection(stretch: Stretch): GallerySection {
  const section = sections.get(stretch) ?? sectionOf(stretch);
  sections.set(stretch, section);
  return section;
}
