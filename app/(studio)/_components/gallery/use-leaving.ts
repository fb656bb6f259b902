import { useCallback } from "react";
import type { GalleryLayout, TilePlace } from "./layout/layout-gallery";
import type { RovingFocus } from "./use-roving-focus";

/** The next tile that stays when these results go, else the one before. */
export function successorOf({ sections }: GalleryLayout, place: TilePlace, isLeaving: (id: string) => boolean): TilePlace | null {
  const stays = ({ section, card }: TilePlace) => {
    const found = sections[section]?.cards?.[card];
    return found ? !found.ids.every(isLeaving) : false;
  };
  const walk = (by: 1 | -1) => {
    for (let section = place.section, card = place.card; sections[section]?.cards; ) {
      if (stays({ section, card })) return { section, card };
      card += by;
      if (sections[section]?.cards?.[card]) continue;
      section += by;
      card = by > 0 ? 0 : (sections[section]?.cards?.length ?? 0) - 1;
    }
    return null;
  };
  return walk(1) ?? walk(-1);
}

/** A function that is told which results are about to leave the board: the focus goes to the next tile that stays, and nothing stays selected. */
export function useLeaving(layout: GalleryLayout, focus: RovingFocus, clearSelection: () => void): (isLeaving: (id: string) => boolean) => void {
  const { place, goTo } = focus;
  return useCallback(
    (isLeaving: (id: string) => boolean) => {
      const next = place && successorOf(layout, place, isLeaving);
      if (next) goTo(next);
      clearSelection();
    },
    [layout, place, goTo, clearSelection],
  );
}
