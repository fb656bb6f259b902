"use client";

import { useTiles } from "@boards/client";
import { CornerDownRight, Trash2, X } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { useBoardActions } from "../board-actions";
import { mostSelected } from "./use-selection";

interface SelectionBarProps {
  ids: ReadonlySet<string>;
  mayGenerate: boolean;
  onTrash: () => void;
  onClear: () => void;
}

const action = "flex h-9 shrink-0 items-center gap-2 rounded-full border bg-surface px-3.5 font-medium text-sm hover:bg-sunken pointer-coarse:h-11";

/** What can be done with the selected results; it takes the toolbar's place while there are any. */
export function SelectionBar({ ids, mayGenerate, onTrash, onClear }: SelectionBarProps) {
  const t = useTranslations("studio.gallery");
  const { use } = useBoardActions();
  const tiles = useTiles(useMemo(() => [...ids], [ids]));
  const count = ids.size;
  const [only] = count === 1 ? [...tiles.values()] : [];
  return (
    <div role="toolbar" aria-label={t("selection")} className="flex min-w-0 grow items-center gap-2">
      <IconButton label={t("clearSelection")} onClick={onClear} className="pointer-coarse:size-11">
        <X size={18} />
      </IconButton>
      <p className="min-w-0 grow truncate font-medium text-sm tabular-nums">
        {count >= mostSelected ? t("mostSelected", { count }) : t("selected", { count })}
      </p>
      {mayGenerate && (
        <>
          {only?.status === "COMPLETED" && (
            <button type="button" className={action} onClick={() => use(only)}>
              <CornerDownRight size={15} aria-hidden /> <span className="max-sm:sr-only">{t("useSelected")}</span>
            </button>
          )}
          <button type="button" className={`${action} text-danger`} onClick={onTrash}>
            <Trash2 size={15} aria-hidden /> <span className="max-sm:sr-only">{t("trashSelected")}</span>
          </button>
        </>
      )}
    </div>
  );
}
