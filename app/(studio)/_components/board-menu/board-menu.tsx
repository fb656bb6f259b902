"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionsMenu } from "@/lib/ui/menu";
import { DetailsDialog } from "./details-dialog";
import { ExportDialog } from "./export-dialog";
import { type BoardOfMenu, type BoardWindow, useBoardItems } from "./use-board-items";

interface BoardMenuProps {
  board: BoardOfMenu;
  /** Where to go once the board is in the trash. */
  onTrashed?: () => void;
  /** What its button is called; the board's name is in it where several boards are shown. */
  label?: string;
  className?: string;
}

/** The menu of a board, on its card and in its header. */
export function BoardMenu({ board, onTrashed, label, className }: BoardMenuProps) {
  const t = useTranslations("studio.boardMenu");
  const [window, setWindow] = useState<BoardWindow | null>(null);
  const items = useBoardItems(board, setWindow, onTrashed);
  return (
    <>
      <ActionsMenu label={label ?? t("actions", { title: board.title })} items={items} className={className} />
      <DetailsDialog board={board} isOpen={window === "details"} onClose={() => setWindow(null)} />
      {window === "export" && <ExportDialog board={board} onClose={() => setWindow(null)} />}
    </>
  );
}
