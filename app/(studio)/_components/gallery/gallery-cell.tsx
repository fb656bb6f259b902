"use client";

import type { BoardGeneration } from "@boards/client";
import clsx from "clsx";
import { Check, Layers2, Star } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { isRunning, useTileName } from "../tile/describe-generation";
import { GenerationTile } from "../tile/generation-tile";
import { lowerCorner } from "../tile/lower-corner";
import { placeholderUrl } from "../tile/placeholder";
import type { Card } from "./layout/group-cards";
import { ListLine } from "./list-line";

interface GalleryCellProps {
  card: Card;
  /** What is shown; undefined until it is there. */
  generation: BoardGeneration | undefined;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Its place among all results, from 1. */
  rowIndex: number;
  isLine: boolean;
  isTabStop: boolean;
  isFocused: boolean;
  isSelected: boolean;
  /** Whether anything is selected: then a click selects. */
  isSelecting: boolean;
}

const badge = "flex items-center gap-1 rounded-full bg-black/65 px-2 py-1 font-medium text-white text-xs tabular-nums";

/**
 * One tile of the gallery, in its place. What it stands for is a row of its own for screen readers: where a row of tiles breaks is an accident of the
 * window's width, while a result has its number among all, loaded or not.
 */
export const GalleryCell = memo(function GalleryCell({ card, generation, isLine, ...rest }: GalleryCellProps) {
  const { x, y, width, height, rowIndex, isTabStop, isFocused, isSelected, isSelecting } = rest;
  const t = useTranslations("studio.gallery");
  const c = useTranslations("studio.curation");
  const nameOf = useTileName();
  const { item } = card;
  const count = card.ids.length;
  const name = generation ? nameOf(generation) : t("loadingTile");
  const { isStarred, rating } = generation ?? {};
  const starred = isStarred ? t("starredName", { name }) : name;
  const marked = rating ? t("ratedName", { name: starred, rating }) : starred;
  const placeholder = generation ? undefined : placeholderUrl(item.placeholder);
  const box = { width, height };
  const lowerCornerClass = isLine ? "bottom-2" : lowerCorner("left", item.artifactType);
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table's parts cannot lie anywhere, and its cell takes the focus
    <div role="row" aria-rowindex={rowIndex} className="absolute top-0 left-0" style={{ ...box, transform: `translate(${x}px, ${y}px)` }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table's parts cannot lie anywhere */}
      <div
        role="gridcell"
        data-generation={item.id}
        data-cell
        data-selecting={isSelecting || undefined}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={count > 1 ? t("stack", { name: marked, count }) : marked}
        aria-selected={isSelected}
        aria-expanded={count > 1 ? false : undefined}
        aria-busy={generation && isRunning(generation)}
        className={clsx(
          "group/cell relative size-full select-none rounded-2xl bg-loading bg-cover outline-offset-3",
          isSelected && "ring-3 ring-accent ring-offset-2 ring-offset-canvas",
          count > 1 && "shadow-[5px_-5px_0_-1px_var(--sunken),5px_-5px_0_0_var(--line)]",
        )}
        style={placeholder ? { backgroundImage: `url("${placeholder}")` } : undefined}
      >
        {generation && isLine && <ListLine generation={generation} name={name} />}
        {generation && !isLine && <GenerationTile generation={generation} box={box} isFocused={isFocused} tabIndex={-1} />}
        {(count > 1 || (rating && !isLine)) && !(card.isOpened && item.batchIndex === 0) && (
          <span className={clsx("pointer-events-none absolute left-2 flex gap-1", lowerCornerClass)}>
            {count > 1 && (
              <span className={badge}>
                <Layers2 size={12} aria-hidden /> {count}
              </span>
            )}
            {rating && !isLine && (
              <span aria-hidden className={badge}>
                {c("ratingShort", { rating })} <Star size={11} className="fill-current" />
              </span>
            )}
          </span>
        )}
        {card.isOpened && item.batchIndex === 0 && (
          <button
            type="button"
            data-stack
            tabIndex={-1}
            className={clsx(
              "absolute left-2 flex h-8 items-center gap-1.5 rounded-full bg-black/70 px-3 font-medium text-white text-xs pointer-coarse:h-11",
              lowerCornerClass,
            )}
          >
            <Layers2 size={12} aria-hidden /> {t("closeStack")}
          </button>
        )}
        <button
          type="button"
          data-select
          tabIndex={-1}
          aria-label={t(isSelected ? "deselectNamed" : "selectNamed", { name })}
          className={clsx(
            "absolute grid size-7 place-items-center rounded-full border-2 shadow before:absolute before:size-11",
            isLine ? "top-1/2 left-2 -translate-y-1/2" : "top-2 left-2",
            isSelected ? "border-accent bg-accent text-on-accent" : "border-white/90 bg-black/35 text-transparent hover:text-white",
            !isSelected && !isSelecting && "opacity-0 group-focus-within/cell:opacity-100 group-hover/cell:opacity-100 pointer-coarse:hidden",
          )}
        >
          <Check size={15} strokeWidth={3} aria-hidden />
        </button>
      </div>
    </div>
  );
});
