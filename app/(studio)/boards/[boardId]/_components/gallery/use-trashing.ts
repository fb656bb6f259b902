import { useCallback } from "react";
import { useTrashWithUndo } from "../use-trash-with-undo";
import type { GalleryLayout, TilePlace } from "./layout/layout-gallery";
import type { RovingFocus } from "./use-roving-focus";
import type { Selection } from "./use-selection";

/** The next tile that stays when these results go, else the one before. */
export function successorOf({ sections }: GalleryLayout, place: TilePlace, gone: readonly string[]): TilePlace | null {
  const stays = ({ section, card }: TilePlace) => {
    const found = sections[section]?.cards?.[card];
    return found ? !found.ids.every((id) => gone.includes(id)) : false;
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

/** Moves results to the trash, with a way back; the focus goes to the next tile. */
export function useTrashing(layout: GalleryLayout, focus: RovingFocus, selection: Selection): (ids: readonly string[]) => void {
  const trash = useTrashWithUndo();
  const { place, goTo } = focus;
  const { drop } = selection;
  return useCallback(
    (ids: readonly string[]) => {
      const next = place && successorOf(layout, place, ids);
      if (next) goTo(next);
      void trash(ids).then((isTrashed) => isTrashed && drop(ids));
    },
    [layout, place, goTo, drop, trash],
  );
}
