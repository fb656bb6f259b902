"use client";

import type { BoardGeneration } from "@boards/client";
import clsx from "clsx";
import { CornerDownRight, MoreHorizontal, Star } from "lucide-react";
import { type FocusEvent, memo, type PointerEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { useCuration } from "../curation/curation";
import { isRunning, useTileName } from "./describe-generation";
import { EndedTile } from "./ended-tile";
import { lowerCorner } from "./lower-corner";
import { RunningTile } from "./running-tile";
import { SimulatedBadge } from "./simulated-badge";
import { TileMedia } from "./tile-media";
import { narrowTile } from "./tile-props";
import { startTileDrag } from "./use-tile-drag";

interface GenerationTileProps {
  generation: BoardGeneration;
  /** In CSS pixels. */
  box: { width: number; height: number };
  /** Whether the focus is on what holds the tile, which then plays as if it were under the pointer. */
  isFocused?: boolean;
  /** Of the buttons within: -1 where the arrow keys lead through the tiles and the menu offers the same. */
  tabIndex?: 0 | -1;
}

const round = "grid size-8 place-items-center rounded-full border bg-surface/95 shadow pointer-coarse:size-11";
/** Seen while the pointer or the focus is on the tile; on touch screens always. */
const hidden = "transition-opacity group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 pointer-fine:opacity-0";

/** What a board shows of one generation, from the moment it is asked for. It fills whatever holds it, which says its name: see `useTileName`. */
export const GenerationTile = memo(function GenerationTile({ generation, box, isFocused = false, tabIndex = 0 }: GenerationTileProps) {
  const t = useTranslations("studio.tile");
  const c = useTranslations("studio.curation");
  const { mayGenerate, isSignedIn, use, openMenu } = useBoardActions();
  const { star } = useCuration();
  const [isNear, setIsNear] = useState(false);
  const name = useTileName()(generation);
  const isComplete = generation.status === "COMPLETED";
  const isActive = isNear || isFocused;
  const Unfinished = isRunning(generation) ? RunningTile : EndedTile;
  const onLeave = (event: PointerEvent | FocusEvent) => {
    const isFocusWithin = event.currentTarget.contains(event.type === "blur" ? (event.relatedTarget as Node | null) : document.activeElement);
    if (!isFocusWithin) setIsNear(false);
  };
  return (
    <figure
      draggable={isComplete}
      onDragStart={({ dataTransfer }) => startTileDrag(dataTransfer, generation)}
      onPointerEnter={({ pointerType }) => pointerType !== "touch" && setIsNear(true)}
      onPointerLeave={onLeave}
      onFocus={() => setIsNear(true)}
      onBlur={onLeave}
      className="group/tile relative size-full overflow-hidden rounded-2xl border bg-surface"
    >
      {isComplete ? (
        <TileMedia generation={generation} box={box} name={name} isActive={isActive} tabIndex={tabIndex} />
      ) : (
        <Unfinished generation={generation} tabIndex={tabIndex} />
      )}
      {generation.isSimulated && isComplete && (
        <SimulatedBadge className={clsx("pointer-events-none absolute right-3 bg-surface/90", lowerCorner("right", generation.artifactType))} />
      )}
      {/* What comes and goes stands before the menu, which so never moves from under the pointer. */}
      <div className={clsx("absolute top-2 right-2 flex gap-1", box.width < narrowTile && "flex-col-reverse")}>
        {isComplete && isSignedIn && (generation.isStarred || isActive) && (
          <button
            type="button"
            tabIndex={tabIndex}
            aria-label={c(generation.isStarred ? "unstarNamed" : "starNamed", { name })}
            title={c(generation.isStarred ? "unstar" : "star")}
            onClick={() => void star({ ids: [generation.id] }, !generation.isStarred)}
            className={round}
          >
            <Star size={15} aria-hidden className={clsx(generation.isStarred && "fill-accent text-accent")} />
          </button>
        )}
        {isComplete && mayGenerate && isActive && (
          <button
            type="button"
            tabIndex={tabIndex}
            onClick={() => use(generation)}
            aria-label={t("useNamed", { name })}
            title={t("use")}
            className={round}
          >
            <CornerDownRight size={15} />
          </button>
        )}
        <button
          type="button"
          tabIndex={tabIndex}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => openMenu(generation, currentTarget)}
          aria-label={t("actions", { name })}
          className={clsx(round, !isActive && hidden)}
        >
          <MoreHorizontal size={15} />
        </button>
      </div>
    </figure>
  );
});
