import { useBoardsToFill } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { Segments } from "@/lib/ui/segments";
import { fieldLook } from "@/lib/ui/text-field";
import { type BoardToFill, useCuration } from "./curation";
import { countOf, type Target } from "./target";

interface BoardDialogProps {
  /** The board that they are on, which is not offered for moving; null where they are on several. */
  boardId: string | null;
  target: Target;
  /** Called before what is moved leaves the board. */
  onMove: () => void;
  onClose: () => void;
}

/** Asks for the board that results are to be moved or copied to. */
export function BoardDialog({ boardId, target, onMove, onClose }: BoardDialogProps) {
  const t = useTranslations("studio.curation.board");
  const { move, copy } = useCuration();
  const { boards } = useBoardsToFill();
  const [way, setWay] = useState<"move" | "copy">("move");
  const [search, setSearch] = useState("");
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = boards?.filter(({ id, title }) => (way === "copy" || id !== boardId) && words.every((word) => title.toLowerCase().includes(word)));
  const choose = (board: BoardToFill) => {
    if (way === "move") onMove();
    void (way === "move" ? move(target, board) : copy(target, board));
    onClose();
  };
  return (
    <Dialog title={t("title", { count: countOf(target) })} isOpen onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found ?? [];
          if (first && search) choose(first);
        }}
      >
        <Segments
          id="move-or-copy"
          label={t("way")}
          value={way}
          options={[
            { value: "move", text: t("move") },
            { value: "copy", text: t("copy") },
          ]}
          onChange={setWay}
        />
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={({ target: { value } }) => setSearch(value)}
          className={fieldLook}
        />
        <ul aria-label={t("boards")} className="max-h-72 overflow-y-auto overscroll-contain">
          {found?.map(({ id, title, generationCount: count }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => choose({ id, title })}
                className="flex min-h-11 w-full items-center gap-3 rounded-lg px-3 text-left text-sm hover:bg-sunken"
              >
                <span className="min-w-0 grow truncate">{title}</span>
                <span className="shrink-0 text-muted text-xs tabular-nums">{t("count", { count })}</span>
              </button>
            </li>
          ))}
        </ul>
        {!found && <div role="status" aria-label={t("loading")} className="h-24 animate-shimmer rounded-lg bg-loading" />}
        {found?.length === 0 && <p className="text-muted text-sm">{search ? t("noMatch", { search }) : t("none")}</p>}
      </form>
    </Dialog>
  );
}
