"use client";

import { useEffect, useMemo, useState } from "react";
import { useGallery } from "./gallery/use-gallery.ts";
import { useTiles } from "./gallery/use-tiles.ts";

/**
 * The generations of a board, newest first, for a plain list. `hasMore` says whether there are older ones, which `loadMore` adds, some hundreds at a time;
 * for boards of any size see `useGallery`. `useBoardEvents` keeps the list live.
 */
export function useBoardGenerations(boardId: string) {
  const { sections, itemsOf, need, isLoading, error } = useGallery(boardId, {}, "NEWEST");
  const [size, setSize] = useState(1);
  const keys = sections.slice(0, size).map(({ key }) => key);
  const wanted = keys.join(" ");
  useEffect(() => need(wanted === "" ? [] : wanted.split(" ")), [need, wanted]);
  const pages = keys.map((key) => itemsOf(key));
  const ids = pages.flatMap((items) => items?.map(({ id }) => id) ?? []).join(" ");
  const wantedIds = useMemo(() => (ids === "" ? [] : ids.split(" ")), [ids]);
  const tiles = useTiles(wantedIds);
  const generations = useMemo(() => wantedIds.flatMap((id) => tiles.get(id) ?? []), [wantedIds, tiles]);
  const isComplete = !isLoading && pages.every(Boolean) && generations.length === wantedIds.length;
  return { generations, isLoading: !isComplete, error, hasMore: sections.length > size, loadMore: () => setSize((known) => known + 1) };
}
