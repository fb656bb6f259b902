"use client";

import { useTiles } from "@boards/client";
import { type MouseEvent, type RefObject, useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import type { Target } from "../curation/target";
import { GalleryCell } from "./gallery-cell";
import { GallerySectionFrame } from "./gallery-day";
import type { GalleryScroll } from "./gallery-scroll";
import type { Arrangement } from "./layout/box";
import type { Range } from "./layout/choose-range";
import type { Card } from "./layout/group-cards";
import type { GalleryLayout, PlacedSection } from "./layout/layout-gallery";
import { skeletonBoxes } from "./layout/skeleton-boxes";
import { useGalleryKeys } from "./use-gallery-keys";
import { useLongPress } from "./use-long-press";
import type { RovingFocus } from "./use-roving-focus";
import type { Selection } from "./use-selection";

/** A section that passes by within this time is not asked for. */
const passingMs = 40;

interface GalleryTilesProps {
  canvas: RefObject<HTMLDivElement | null>;
  layout: GalleryLayout;
  arrangement: Arrangement;
  range: Range;
  sections: PlacedSection[];
  scroll: GalleryScroll;
  focus: RovingFocus;
  selection: Selection;
  need: (keys: string[]) => void;
  onToggleStack: (batchId: string) => void;
  /** Called before results leave the board. */
  onLeave: (isLeaving: (id: string) => boolean) => void;
  /** What is selected, for a change of it. */
  target: Target;
}

/**
 * The tiles near the screen, as a grid for screen readers: a list box could not hold the controls that tiles have. Every result is a row with its number
 * among all, so that what is not loaded counts too.
 */
export function GalleryTiles(props: GalleryTilesProps) {
  const { canvas, layout, arrangement, range, sections, scroll, focus, selection, need, onToggleStack, onLeave, target } = props;
  const t = useTranslations("studio.gallery");
  const { view } = useBoardActions();
  const wanted = sections.map(({ section }) => section.key).join();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => need(wanted.split(",")), passingMs);
    return () => clearTimeout(timer);
  }, [wanted, need]);

  const rendered = useRendered(props);
  const ids = useMemo(() => rendered.flatMap(({ tiles }) => tiles.map(({ card }) => card.item.id)), [rendered]);
  const generations = useTiles(ids);
  const firstOnScreen = useMemo(() => ids[0], [ids]);
  const tabStop = focus.activeId && ids.includes(focus.activeId) ? focus.activeId : firstOnScreen;

  const open = (card: Card) => (card.ids.length > 1 ? onToggleStack(card.item.batchId) : view(card.item.id));
  const onKeyDown = useGalleryKeys({ layout, scroll, focus, selection, generationOf: (id) => generations.get(id), open, onLeave, target });
  const cardOf = (target: EventTarget) => {
    const id = target instanceof Element ? target.closest("[data-cell]")?.getAttribute("data-generation") : null;
    for (const { tiles } of rendered) for (const { card } of tiles) if (card.item.id === id) return card;
    return null;
  };
  const longPress = useLongPress((target) => {
    const card = cardOf(target);
    if (card) selection.toggle(card.ids);
  });
  const onClickCapture = (event: MouseEvent) => {
    const card = cardOf(event.target);
    const clicked = event.target as Element;
    if (!card) return;
    const isKept = clicked.closest("[aria-haspopup], [data-play]") !== null;
    if (longPress.wasLong()) {
      // The finger has selected it already.
    } else if (event.shiftKey) selection.extend(card.ids);
    else if (clicked.closest("[data-select]") || event.ctrlKey || event.metaKey || (selection.count > 0 && !isKept)) selection.toggle(card.ids);
    else if (clicked.closest("[data-stack]") || (card.ids.length > 1 && !isKept)) onToggleStack(card.item.batchId);
    else return;
    event.preventDefault();
    event.stopPropagation();
    clicked.closest<HTMLElement>("[data-cell]")?.focus({ preventScroll: true });
  };
  const base = sections[0]?.top ?? 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's parts cannot lie anywhere
    <div
      ref={canvas}
      role="grid"
      aria-label={t("label")}
      aria-multiselectable
      aria-rowcount={layout.count}
      aria-colcount={1}
      hidden={layout.count === 0}
      onKeyDown={onKeyDown}
      onClickCapture={onClickCapture}
      {...focus.handlers}
      {...longPress.handlers}
      className="absolute inset-x-0 top-0 h-px touch-pan-y"
    >
      {rendered.map(({ placed, tiles }) => (
        <GallerySectionFrame key={placed.section.key} day={placed.section.day} dayCount={placed.dayCount} y={placed.top - base}>
          {tiles.map(({ card, index }) => {
            const box = placed.boxes[index];
            if (!box) return null;
            const { id } = card.item;
            return (
              <GalleryCell
                key={id}
                card={card}
                generation={generations.get(id)}
                x={box.x}
                y={placed.bodyTop - placed.top + box.y}
                width={box.width}
                height={box.height}
                rowIndex={placed.first + card.index + 1}
                isLine={arrangement.kind === "list"}
                isTabStop={id === tabStop}
                isFocused={focus.isPinned && id === focus.activeId}
                isSelected={card.ids.every(selection.has)}
                isSelecting={selection.count > 0}
              />
            );
          })}
          {placed.cards === null &&
            skeletonBoxes(placed, range, arrangement).map(({ x, y, width, height }) => (
              <div
                key={`${x} ${y}`}
                aria-hidden
                className="absolute top-0 left-0 rounded-2xl bg-loading"
                style={{ width, height, transform: `translate(${x}px, ${placed.bodyTop - placed.top + y}px)` }}
              />
            ))}
        </GallerySectionFrame>
      ))}
    </div>
  );
}

/** The sections and tiles that exist: those near the screen, and the one that the focus is on. */
function useRendered({ layout, range, sections, focus }: GalleryTilesProps) {
  const { place, isPinned } = focus;
  return useMemo(() => {
    const pinned = isPinned && place ? layout.sections[place.section] : undefined;
    const all = pinned && !sections.includes(pinned) ? [...sections, pinned].sort((one, other) => one.top - other.top) : sections;
    return all.map((placed) => {
      const tiles = (placed.cards ?? []).flatMap((card, index) => {
        const box = placed.boxes[index];
        const top = placed.bodyTop + (box?.y ?? 0);
        const isNear = box && top < range.to && top + box.height > range.from;
        return isNear || (placed === pinned && index === place?.card) ? [{ card, index }] : [];
      });
      return { placed, tiles };
    });
  }, [layout, range, sections, place, isPinned]);
}
