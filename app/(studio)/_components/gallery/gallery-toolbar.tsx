"use client";

import { Keyboard, SlidersHorizontal } from "lucide-react";
import { Popover } from "radix-ui";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { Select } from "@/lib/ui/select";
import { FilterButton } from "../finding/filter-button";
import { SavedViews } from "../finding/saved-views";
import { SearchField } from "../finding/search-field";
import type { FilterState } from "../finding/use-filter";
import type { GalleryLook } from "./gallery-look";
import { ViewControls } from "./view-controls";

interface GalleryToolbarProps {
  /** Null for all boards. */
  boardId: string | null;
  mayGenerate: boolean;
  /** Null until it is known. */
  count: number | null;
  finding: FilterState;
  look: GalleryLook;
  tileSize: number;
  onLook: (changes: Partial<GalleryLook>) => void;
  onShortcuts: () => void;
}

/** What of the board is shown, in which order, and how. */
export function GalleryToolbar({ boardId, mayGenerate, count, finding, look, tileSize, onLook, onShortcuts }: GalleryToolbarProps) {
  const t = useTranslations("studio.gallery");
  const words = useTranslations("studio.finding");
  return (
    <div role="toolbar" aria-label={t("toolbar")} className="flex min-w-0 grow items-center gap-2">
      <SearchField
        label={words(boardId ? "search" : "searchAll")}
        value={finding.filter.query ?? ""}
        onChange={(query) => finding.change({ query })}
        className="max-w-96 grow"
      />
      <FilterButton boardId={boardId} finding={finding} />
      {boardId && <SavedViews boardId={boardId} finding={finding} mayChange={mayGenerate} />}
      <p className="ml-auto hidden min-w-0 truncate px-1 text-muted text-sm tabular-nums lg:block">{count !== null && t("count", { count })}</p>
      <div className="max-lg:ml-auto">
        <Popover.Root>
          <Popover.Trigger asChild>
            <button
              type="button"
              aria-label={t("view")}
              title={t("view")}
              className="grid size-10 place-items-center rounded-full border bg-surface hover:bg-sunken pointer-coarse:size-11"
            >
              <SlidersHorizontal size={17} aria-hidden />
            </button>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              align="end"
              sideOffset={6}
              aria-label={t("view")}
              className="z-40 flex w-64 animate-appear flex-col items-start gap-4 rounded-2xl border bg-surface p-4 shadow-xl"
            >
              <div className="w-full">
                <Select
                  id="gallery-sort"
                  label={t("sort")}
                  value={finding.sort}
                  options={["NEWEST", "OLDEST"] as const}
                  textOf={(sort) => t(`sorts.${sort}`)}
                  onChange={finding.changeSort}
                />
              </div>
              <ViewControls look={look} tileSize={tileSize} onChange={onLook} />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      </div>
      <div className="hidden lg:block">
        <IconButton label={t("shortcuts.title")} onClick={onShortcuts} className="text-muted">
          <Keyboard size={17} />
        </IconButton>
      </div>
    </div>
  );
}
