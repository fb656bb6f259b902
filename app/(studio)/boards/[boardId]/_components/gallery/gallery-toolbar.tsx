"use client";

import { Keyboard, SlidersHorizontal } from "lucide-react";
import { Popover } from "radix-ui";
import { useTranslations } from "use-intl";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import { IconButton } from "@/lib/ui/icon-button";
import { Select } from "@/lib/ui/select";
import type { FilterState } from "../../../../_components/finding/use-filter";
import type { GalleryLook } from "./use-gallery-view";
import { ViewControls } from "./view-controls";

interface GalleryToolbarProps {
  /** Null until it is known. */
  count: number | null;
  finding: FilterState;
  look: GalleryLook;
  tileSize: number;
  onLook: (changes: Partial<GalleryLook>) => void;
  onShortcuts: () => void;
}

const types = ["all", ...artifactKinds.map(({ kind }) => kind)] as const;

/** What of the board is shown, in which order, and how. */
export function GalleryToolbar({ count, finding, look, tileSize, onLook, onShortcuts }: GalleryToolbarProps) {
  const t = useTranslations("studio.gallery");
  const kinds = useTranslations("app.artifactKinds");
  const controls = <ViewControls look={look} tileSize={tileSize} onChange={onLook} />;
  return (
    <div role="toolbar" aria-label={t("toolbar")} className="flex min-w-0 grow items-center gap-2">
      <div className="w-34 shrink">
        <Select
          id="gallery-type"
          label={t("type")}
          value={finding.filter.artifactTypes?.[0] ?? "all"}
          options={types}
          textOf={(type) => (type === "all" ? t("allTypes") : kinds(type))}
          onChange={(type) => finding.change({ artifactTypes: type === "all" ? [] : [type] })}
        />
      </div>
      <div className="w-38 shrink">
        <Select
          id="gallery-sort"
          label={t("sort")}
          value={finding.sort}
          options={["NEWEST", "OLDEST"] as const}
          textOf={(sort) => t(`sorts.${sort}`)}
          onChange={finding.changeSort}
        />
      </div>
      <p className="hidden min-w-0 truncate px-1 text-muted text-sm tabular-nums xl:block">{count !== null && t("count", { count })}</p>
      <div className="ml-auto hidden items-center gap-3 lg:flex">{controls}</div>
      <div className="ml-auto lg:hidden">
        <Popover.Root>
          <Popover.Trigger asChild>
            <button
              type="button"
              aria-label={t("view")}
              className="grid size-10 place-items-center rounded-full border bg-surface pointer-coarse:size-11"
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
              {controls}
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
