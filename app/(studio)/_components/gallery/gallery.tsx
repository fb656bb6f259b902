"use client";

import { searchOf, useGallery } from "@boards/client";
import { ArrowDown, ArrowUp, Filter } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { useScrollArea } from "../board-layout";
import { useCuration } from "../curation/curation";
import { mostAtOnce, type Target } from "../curation/target";
import { FilterChips } from "../finding/filter-chips";
import { useFilter } from "../finding/use-filter";
import { Announcer } from "./announcer";
import { toolbarHeight } from "./gallery-scroll";
import { GalleryEmpty, GalleryError, GalleryLoading } from "./gallery-states";
import { GalleryTiles } from "./gallery-tiles";
import { GalleryToolbar } from "./gallery-toolbar";
import type { Arrangement } from "./layout/box";
import { layoutGallery } from "./layout/layout-gallery";
import { moveFocus } from "./layout/move-focus";
import { Scrubber } from "./scrubber";
import { namedIds } from "./selection";
import { SelectionBar } from "./selection-bar";
import { ShortcutsSheet, useShortcutsKey } from "./shortcuts-sheet";
import { changeLook, useGalleryLook } from "./stored-look";
import { tileSizes } from "./tile-sizes";
import { useBoxSelection } from "./use-box-selection";
import { useElementSize } from "./use-element-size";
import { useGalleryScroll } from "./use-gallery-scroll";
import { useLeaving } from "./use-leaving";
import { useNewResult } from "./use-new-result";
import { useRovingFocus } from "./use-roving-focus";
import { useSelection } from "./use-selection";
import { useSelectionKeys } from "./use-selection-keys";
import { useZoom } from "./use-zoom";

const gap = 8;
/** Below this width a row holds one or two images. */
const narrow = 560;
/** A gallery of several days that is higher than so many screens has a scrubber. */
const scrubberScreens = 1.5;

interface GalleryProps {
  /** Null for all boards of the viewer. */
  boardId: string | null;
  /** What stands in place of the tiles until they are loaded and their width is known. */
  loading?: ReactNode;
}

/** Everything on a board or on all boards, however much: day by day, in rows that keep each ratio, with a way to every date. */
export const Gallery = memo(function Gallery({ boardId, loading = <GalleryLoading /> }: GalleryProps) {
  const t = useTranslations("studio.gallery");
  const { mayGenerate, isSignedIn } = useBoardActions();
  const finding = useFilter();
  const { filter, sort, isFiltered, replace } = finding;
  const look = useGalleryLook();
  const { sections, totalCount, isLoading, error, itemsOf, need, onGone } = useGallery(boardId, filter, sort);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(host);
  const { height: screen } = useElementSize(useScrollArea());
  const tileSize = look.tileSize ?? (width < narrow ? tileSizes.narrow : tileSizes.wide);
  const arrangement = useMemo<Arrangement>(() => ({ kind: look.layout, width, tileSize, gap }), [look.layout, width, tileSize]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set());
  const layout = useMemo(
    () => layoutGallery(width > 0 ? sections : [], itemsOf, arrangement, look.isGrouped ? opened : null, totalCount !== null),
    [sections, itemsOf, arrangement, look.isGrouped, opened, width, totalCount],
  );
  const { scroll, range, sections: shown } = useGalleryScroll(layout, arrangement, host, canvas);
  const focus = useRovingFocus(layout, scroll, canvas);
  const { follow } = focus;
  const viewedId = useSearchParams().get("view");
  // The viewer gives the focus back to the tile of what it showed last.
  useEffect(() => {
    if (viewedId) follow(viewedId);
  }, [viewedId, follow]);
  const search = useMemo(() => searchOf(boardId, filter), [boardId, filter]);
  const total = totalCount ?? layout.count;
  const selection = useSelection({ layout, total, need, onGone, scope: JSON.stringify(search) });
  const { selected, count: selectedCount } = selection;
  const named = useMemo(() => namedIds(selected, layout, mostAtOnce), [selected, layout]);
  const target = useMemo<Target>(() => {
    if (named) return { search: { boardId }, ids: named, count: named.length };
    if (selected.kind === "ids") return { search: searchOf(boardId, {}), ids: [...selected.ids], count: selectedCount };
    return { search, exceptIds: [...selected.except], count: selectedCount };
  }, [named, selected, selectedCount, boardId, search]);
  const onLeave = useLeaving(layout, focus, selection.clear);
  const { box, onPointerDown } = useBoxSelection(layout, scroll, selection, host);
  const { star, rate, ask } = useCuration();
  const isSelecting = selectedCount > 0;
  const withSelected = (act: () => unknown) => {
    if (isSelecting) act();
    return isSelecting;
  };
  const clearSelection = () => {
    selection.clear();
    focus.refocus();
  };
  useSelectionKeys({
    selectAll: selection.selectAll,
    clear: () => withSelected(clearSelection),
    star: () => isSignedIn && withSelected(() => star(target, true)),
    rate: (rating) => isSignedIn && withSelected(() => rate(target, rating)),
    tag: () => mayGenerate && withSelected(() => ask("tags", target)),
  });
  const { pill, dismiss } = useNewResult(boardId, layout, scroll, filter, sort);
  const [areShortcutsOpen, setAreShortcutsOpen] = useState(false);
  useShortcutsKey(useCallback(() => setAreShortcutsOpen(true), []));
  useZoom(
    host,
    tileSize,
    useCallback((size: number) => changeLook({ tileSize: size }), []),
  );

  const toggleStack = useCallback((batchId: string) => {
    setOpened((before) => new Set(before.has(batchId) ? [...before].filter((each) => each !== batchId) : [...before, batchId]));
  }, []);
  const showNewest = () => {
    if (pill === "hidden") replace({});
    const to = moveFocus(layout, { section: 0, card: 0 }, sort === "NEWEST" ? "first" : "last", 0);
    if (to) focus.goTo(to);
    dismiss();
  };
  const isEmpty = !isLoading && totalCount === 0;
  const hasDates = layout.sections[0]?.section.day !== layout.sections.at(-1)?.section.day;
  const hasScrubber = hasDates && screen > 0 && layout.height > screen * scrubberScreens;
  return (
    <section aria-label={t("toolbar")} onPointerDown={onPointerDown} className="flex min-h-full">
      <div className="min-w-0 grow px-4 pb-6 sm:px-6">
        <div className="-mx-2 sticky low:static top-0 z-10 flex h-14 items-center bg-canvas px-2 py-2">
          {isSelecting ? (
            <SelectionBar
              selection={selection}
              named={named}
              target={target}
              total={total}
              onLeave={() => onLeave(selection.has)}
              onClear={clearSelection}
            />
          ) : (
            <GalleryToolbar
              boardId={boardId}
              mayGenerate={mayGenerate}
              count={totalCount}
              finding={finding}
              look={look}
              tileSize={tileSize}
              onLook={changeLook}
              onShortcuts={() => setAreShortcutsOpen(true)}
            />
          )}
        </div>
        <FilterChips boardId={boardId} finding={finding} count={totalCount} />
        {(isLoading || width === 0) && !error && loading}
        {isLoading && Boolean(error) && <GalleryError />}
        {isEmpty && !error && (
          <GalleryEmpty isOfAll={boardId === null} isFiltered={isFiltered} mayGenerate={mayGenerate} onClearFilter={() => replace({})} />
        )}
        <div ref={host} className="relative overflow-clip [overflow-anchor:none] [overflow-clip-margin:8px]">
          <GalleryTiles
            canvas={canvas}
            layout={layout}
            arrangement={arrangement}
            range={range}
            sections={shown}
            scroll={scroll}
            focus={focus}
            selection={selection}
            need={need}
            onToggleStack={toggleStack}
            onLeave={onLeave}
            target={target}
          />
        </div>
      </div>
      {/* Its place is kept free: were rows wider without it, they would be higher, need it, and be narrower again. */}
      <div className="-ml-4 sticky top-14 z-10 mt-14 w-7 shrink-0 self-start py-3 sm:w-14" style={{ height: Math.max(0, screen - toolbarHeight) }}>
        {hasScrubber && <Scrubber layout={layout} scroll={scroll} />}
      </div>
      {pill && (
        <button
          type="button"
          onClick={showNewest}
          className="-translate-x-1/2 fixed top-32 left-1/2 z-20 flex h-11 animate-appear items-center gap-2 rounded-full bg-accent px-5 font-medium text-on-accent text-sm shadow-xl"
        >
          {pill === "hidden" ? (
            <Filter size={16} aria-hidden />
          ) : sort === "NEWEST" ? (
            <ArrowUp size={16} aria-hidden />
          ) : (
            <ArrowDown size={16} aria-hidden />
          )}
          {pill === "hidden" ? t("hiddenResult") : t("newResult")}
        </button>
      )}
      {box && <div aria-hidden className="pointer-events-none fixed z-20 rounded border border-accent bg-accent/15" style={box} />}
      <p role="status" className="sr-only">
        {isSelecting ? t("selectionSaid", { count: selectedCount }) : ""}
      </p>
      <Announcer boardId={boardId} />
      <ShortcutsSheet isOpen={areShortcutsOpen} onClose={() => setAreShortcutsOpen(false)} />
    </section>
  );
});
