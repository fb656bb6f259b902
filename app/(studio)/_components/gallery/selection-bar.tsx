"use client";

import { type BoardGeneration, useTiles } from "@boards/client";
import clsx from "clsx";
import {
  CheckCheck,
  ChevronDown,
  Columns2,
  CornerDownRight,
  Download,
  FileText,
  FolderInput,
  Gauge,
  MoreHorizontal,
  Star,
  Tag,
  Trash2,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { Menu, type MenuItem } from "@/lib/ui/menu";
import { toast } from "@/lib/ui/toast";
import { useBoardActions } from "../board-actions";
import { mostCompared, useCompared } from "../compare/use-compared";
import { useCuration } from "../curation/curation";
import type { Target } from "../curation/target";
import { canHoldPrompt } from "../tile/describe-generation";
import { useSelectionInputs } from "./selection-inputs";
import type { Selection } from "./use-selection";

interface SelectionBarProps {
  selection: Selection;
  /** The results that are selected, where they are few and known. */
  named: readonly string[] | null;
  target: Target;
  /** How many results the gallery shows. */
  total: number;
  /** Called before what is selected leaves the board. */
  onLeave: () => void;
  onClear: () => void;
}

const isComparable = (tile: BoardGeneration | undefined) =>
  tile?.status === "COMPLETED" && (tile.artifactType === "IMAGE" || tile.artifactType === "VIDEO");

/** What can be done with the selected results; it takes the toolbar's place while there are any. */
export function SelectionBar({ selection, named, target, total, onLeave, onClear }: SelectionBarProps) {
  const t = useTranslations("studio.gallery");
  const c = useTranslations("studio.curation");
  const format = useFormatter();
  const { mayGenerate, mayExport, isSignedIn, use } = useBoardActions();
  const { star, trash, download: save, ask } = useCuration();
  const [, compare] = useCompared();
  const inputs = useSelectionInputs();
  const { selected, count } = selection;
  const isAll = selected.kind === "all";
  const few = named ?? [];
  const tiles = useTiles(few);
  const areStarred = few.length > 0 && few.every((id) => tiles.get(id)?.isStarred);
  const usable = few.flatMap((id) => tiles.get(id) ?? []).filter(({ status }) => status === "COMPLETED");

  const rate: MenuItem = { label: c("rateEllipsis"), icon: <Gauge size={16} />, onSelect: () => ask("rating", target) };
  const move: MenuItem = { label: c("move"), icon: <FolderInput size={16} />, onSelect: () => ask("board", target, onLeave) };
  const [first] = usable;
  const useIcon = <CornerDownRight size={16} />;
  const useThem: MenuItem[] = [];
  if (mayGenerate && first && few.length === 1) useThem.push({ label: c("use"), icon: useIcon, onSelect: () => use(first) });
  else if (inputs && first) {
    const reason = inputs.reasonAgainst(usable);
    useThem.push({ label: c("useMany"), icon: useIcon, onSelect: () => inputs.add(usable), ...(reason ? { reason } : {}) });
  }
  const comparable = few.length >= 2 && few.length <= mostCompared && few.every((id) => isComparable(tiles.get(id)));
  const compareThem: MenuItem[] = comparable ? [{ label: c("compare"), icon: <Columns2 size={16} />, onSelect: () => compare(few) }] : [];
  const download: MenuItem = { label: c("download"), icon: <Download size={16} />, onSelect: () => save(named ? { ids: named } : target) };
  const downloadWithPrompts: MenuItem = {
    label: c("downloadWithPrompts"),
    icon: <FileText size={16} />,
    onSelect: () => save(named ? { ids: named } : target, { embedPrompts: true }),
  };
  // Of many, nobody knows here.
  const canHoldPrompts = named === null || usable.some(canHoldPrompt);
  const downloads = mayExport ? [download, ...(canHoldPrompts ? [downloadWithPrompts] : [])] : [];
  const wide = [...(isSignedIn ? [rate] : []), ...(mayGenerate ? [move] : []), ...useThem, ...compareThem];
  return (
    <div role="toolbar" aria-label={t("selection")} className="@container flex min-w-0 grow items-center gap-1.5">
      <IconButton label={t("clearSelection")} onClick={onClear}>
        <X size={18} />
      </IconButton>
      <p className="min-w-0 truncate font-medium text-sm tabular-nums">
        {/* Phones have room for the number alone. */}
        <span aria-hidden className="@sm:hidden">
          {format.number(count)}
        </span>
        <span className="@max-sm:sr-only">{isAll && count === total ? t("allSelected", { count }) : t("selected", { count })}</span>
      </p>
      {count < total && (
        <button
          type="button"
          onClick={selection.selectAll}
          className="hidden h-9 shrink-0 rounded-full px-3 text-accent text-sm hover:bg-ink/5 sm:block pointer-coarse:h-11"
        >
          {t("selectAll", { count: total })}
        </button>
      )}
      <span className="grow" />
      {isSignedIn && (
        <BarButton
          label={c(areStarred ? "unstar" : "star")}
          icon={<Star size={15} aria-hidden className={areStarred ? "fill-accent text-accent" : ""} />}
          onClick={() => star(target, !areStarred)}
        />
      )}
      {mayGenerate && <BarButton label={c("tag")} icon={<Tag size={15} aria-hidden />} onClick={() => ask("tags", target)} />}
      {wide.map(({ label, icon, onSelect, reason }) => (
        <BarButton key={label} label={label} icon={icon} onClick={onSelect} reason={reason} className="hidden @2xl:flex" />
      ))}
      {mayExport && (
        <div className="hidden @2xl:flex">
          <BarButton
            label={download.label}
            icon={download.icon}
            onClick={download.onSelect}
            className={clsx("flex", canHoldPrompts && "rounded-r-none border-r-0")}
          />
          {canHoldPrompts && (
            <Menu
              items={downloads}
              trigger={
                <button
                  type="button"
                  aria-label={c("downloadOptions")}
                  title={c("downloadOptions")}
                  className="grid h-9 w-7 place-items-center rounded-r-full border bg-surface pr-0.5 hover:bg-sunken pointer-coarse:h-11 pointer-coarse:w-11"
                >
                  <ChevronDown size={14} aria-hidden />
                </button>
              }
            />
          )}
        </div>
      )}
      {mayGenerate && (
        <BarButton
          label={c("trash")}
          icon={<Trash2 size={15} aria-hidden />}
          className="text-danger"
          onClick={() => {
            onLeave();
            void trash(target);
          }}
        />
      )}
      <div className="@2xl:hidden">
        <Menu
          items={[
            ...wide,
            ...downloads,
            ...(count < total ? [{ label: t("selectAll", { count: total }), icon: <CheckCheck size={16} />, onSelect: selection.selectAll }] : []),
          ]}
          trigger={
            <button
              type="button"
              aria-label={c("more")}
              className="grid size-9 shrink-0 place-items-center rounded-full border bg-surface pointer-coarse:size-11 hover:bg-sunken"
            >
              <MoreHorizontal size={16} aria-hidden />
            </button>
          }
        />
      </div>
    </div>
  );
}

interface BarButtonProps {
  label: string;
  icon: ReactNode;
  className?: string;
  /** Why it can't be used now, if so: a press says it. */
  reason?: string | undefined;
  onClick: () => void;
}

/** A button of the bar: its words are seen where there is room, and read out always. */
function BarButton({ label, icon, className = "flex", reason, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      title={reason ?? label}
      aria-disabled={reason !== undefined}
      onClick={reason === undefined ? onClick : () => toast.info(reason)}
      className={`${className.includes("flex") ? "" : "flex"} ${className} h-9 min-w-9 shrink-0 items-center justify-center gap-2 rounded-full border bg-surface font-medium text-sm hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:text-muted @[88rem]:px-3.5 pointer-coarse:h-11 pointer-coarse:min-w-11`}
    >
      {icon} <span className="@max-[88rem]:sr-only">{label}</span>
    </button>
  );
}
