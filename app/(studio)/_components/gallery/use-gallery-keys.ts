import type { BoardGeneration } from "@boards/client";
import type { KeyboardEvent } from "react";
import { useBoardActions } from "../board-actions";
import { useCuration } from "../curation/curation";
import type { Target } from "../curation/target";
import type { GalleryScroll } from "./gallery-scroll";
import type { Card } from "./layout/group-cards";
import type { GalleryLayout } from "./layout/layout-gallery";
import { type Move, moveFocus } from "./layout/move-focus";
import type { RovingFocus } from "./use-roving-focus";
import type { Selection } from "./use-selection";

const moves: Record<string, Move> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "rowStart",
  End: "rowEnd",
  PageUp: "pageUp",
  PageDown: "pageDown",
};
const farMoves: Record<string, Move> = { Home: "first", End: "last" };

interface GalleryKeys {
  layout: GalleryLayout;
  scroll: GalleryScroll;
  focus: RovingFocus;
  selection: Selection;
  generationOf: (id: string) => BoardGeneration | undefined;
  open: (card: Card) => void;
  onLeave: (isLeaving: (id: string) => boolean) => void;
  /** What is selected. */
  target: Target;
}

const isMarkKey = (key: string) => /^[st0-5]$/.test(key);

/** What keys do on a tile. Keys of the controls within a tile stay theirs, except those that lead to other tiles. */
export function useGalleryKeys({ layout, scroll, focus, selection, generationOf, open, onLeave, target: chosen }: GalleryKeys) {
  const { mayGenerate, isSignedIn, use, openMenu } = useBoardActions();
  const { star, rate, ask, trash } = useCuration();
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>("[data-cell]");
    const card = focus.place && layout.sections[focus.place.section]?.cards?.[focus.place.card];
    if (!cell || !card || !focus.place || target.matches("input, textarea, select, audio, video, [role=slider]")) return;
    const isFar = event.ctrlKey || event.metaKey;
    const move = (isFar && farMoves[event.key]) || (!isFar && !event.altKey && moves[event.key]) || null;
    const generation = generationOf(card.item.id);
    const act = (): boolean => {
      if (move) {
        const to = moveFocus(layout, focus.place ?? { section: 0, card: 0 }, move, scroll.screen);
        if (to) focus.goTo(to);
        if (to && "card" in to && event.shiftKey) {
          if (selection.count === 0) selection.toggle(card.ids);
          selection.extend(layout.sections[to.section]?.cards?.[to.card]?.ids ?? []);
        }
        return true;
      }
      if (event.key === "Escape" && target !== cell) cell.focus();
      else if (target !== cell) return false;
      else if (event.key === "Enter" && !isFar) open(card);
      else if (event.key === " ") event.shiftKey ? selection.extend(card.ids) : selection.toggle(card.ids);
      else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) generation && openMenu(generation, cell);
      // What is selected has keys wherever the focus is.
      else if (isFar || event.altKey || (isMarkKey(event.key) && selection.count > 0)) return false;
      else if (isSignedIn && event.key === "s") void star({ ids: card.ids }, !generation?.isStarred);
      else if (isSignedIn && /^[0-5]$/.test(event.key)) void rate({ ids: card.ids }, Number(event.key) || null);
      else if (event.key === "p") cell.querySelector<HTMLElement>("[data-play]")?.click();
      else if (!mayGenerate) return false;
      else if (event.key === "t") ask("tags", { ids: card.ids });
      else if (event.key === "u" && generation?.status === "COMPLETED") use(generation);
      else if (event.key === "Delete" || event.key === "Backspace") {
        onLeave((id) => (selection.count > 0 ? selection.has(id) : card.ids.includes(id)));
        void trash(selection.count > 0 ? chosen : { ids: card.ids });
      } else return false;
      return true;
    };
    if (act()) event.preventDefault();
  };
}
