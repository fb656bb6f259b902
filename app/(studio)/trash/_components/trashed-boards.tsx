import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { IconButton } from "@/lib/ui/icon-button";
import { useDaysLeft } from "./use-days-left";

/** A board in the trash. */
export interface TrashedBoard {
  id: string;
  title: string;
  generationCount: number;
  trashExpiresAt?: string | null;
}

interface TrashedBoardsProps {
  boards: TrashedBoard[];
  onRestore: (board: TrashedBoard) => void;
  onDelete: (board: TrashedBoard) => void;
}

/** The boards in the trash, one a line. */
export function TrashedBoards({ boards, onRestore, onDelete }: TrashedBoardsProps) {
  const t = useTranslations("studio.trash");
  const daysLeft = useDaysLeft();
  const [deleting, setDeleting] = useState<TrashedBoard | null>(null);
  return (
    <section className="mb-10">
      <h2 className="mb-3 font-serif text-2xl">{t("boards")}</h2>
      <ul className="grid grid-cols-1 gap-2">
        {boards.map((board) => (
          <li key={board.id} className="flex items-center gap-2 rounded-xl border bg-surface py-1.5 pr-2 pl-4">
            <span className="min-w-0 grow">
              <span className="block truncate font-medium text-sm">{board.title}</span>
              <span className="block text-muted text-xs">
                {t("boardFacts", { count: board.generationCount })} · {daysLeft(board.trashExpiresAt)}
              </span>
            </span>
            <IconButton label={t("restoreNamed", { name: board.title })} onClick={() => onRestore(board)}>
              <RotateCcw size={17} />
            </IconButton>
            <IconButton label={t("deleteNamed", { name: board.title })} onClick={() => setDeleting(board)} className="text-danger">
              <Trash2 size={17} />
            </IconButton>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t("deleteBoardTitle", { title: deleting?.title ?? "" })}
        description={t("deleteBoardText")}
        action={t("delete")}
        isOpen={deleting !== null}
        onConfirm={() => deleting && onDelete(deleting)}
        onClose={() => setDeleting(null)}
      />
    </section>
  );
}
