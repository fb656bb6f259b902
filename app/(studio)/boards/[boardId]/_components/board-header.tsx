"use client";

import { useUpdateBoard, useViewer } from "@boards/client";
import clsx from "clsx";
import { Check, Pencil, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { IconButton } from "@/lib/ui/icon-button";
import { BoardMenu } from "../../../_components/board-menu/board-menu";
import { useUndoable } from "../../../_components/undo/use-undoable";
import { ShareButton } from "./share/share-button";
import { UploadMenu } from "./upload-menu";

interface BoardHeaderProps {
  board:
    | {
        id: string;
        title: string;
        isPublic: boolean;
        description?: string | null;
        permissions: { canEdit: boolean; canDelete: boolean; canGenerate: boolean; canExport: boolean };
      }
    | undefined;
  onFiles: (files: File[]) => void;
  onUrl: (url: string) => void;
  onShare: () => void;
}

/** The name, changed in place, and upload. */
export function BoardHeader({ board, onFiles, onUrl, onShare }: BoardHeaderProps) {
  const t = useTranslations("studio.header");
  const [isEditing, setIsEditing] = useState(false);
  const router = useRouter();
  const { viewer } = useViewer();
  return (
    <header className="flex h-14 items-center gap-2 border-b px-3 sm:px-5">
      {!board && <div role="status" aria-label={t("loading")} className="h-7 w-56 animate-shimmer rounded bg-loading" />}
      {board && !isEditing && (
        <>
          <h1 title={board.title} className="truncate font-serif text-2xl">
            {board.title}
          </h1>
          {!board.permissions.canGenerate && <span className="shrink-0 rounded-full bg-sunken px-2.5 py-1 text-muted text-xs">{t("viewOnly")}</span>}
          {board.permissions.canEdit && (
            <IconButton label={t("rename")} onClick={() => setIsEditing(true)} className="text-muted">
              <Pencil size={15} />
            </IconButton>
          )}
        </>
      )}
      {board && isEditing && <TitleForm board={board} onDone={() => setIsEditing(false)} />}
      {/* Phones have no room for them beside the field. */}
      <div className={clsx("ml-auto flex items-center gap-1.5", isEditing && "max-sm:hidden")}>
        {board?.permissions.canGenerate && <UploadMenu onFiles={onFiles} onUrl={onUrl} />}
        {board && <ShareButton isPublic={board.isPublic} onOpen={onShare} />}
        {board && viewer && <BoardMenu board={board} label={t("actions")} onTrashed={() => router.push("/")} />}
      </div>
    </header>
  );
}

function TitleForm({ board, onDone }: { board: { id: string; title: string }; onDone: () => void }) {
  const t = useTranslations("studio.header");
  const { describeError } = useErrorWords();
  const update = useUpdateBoard();
  const undoable = useUndoable();
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      const title = String(new FormData(event.currentTarget).get("title"));
      await undoable(update({ id: board.id, title }), t("renamed"), () => update({ id: board.id, title: board.title }));
      onDone();
    } catch (problem) {
      setError(describeError(problem).message);
    }
  };
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onDone()} className="flex min-w-0 grow items-center gap-1">
      <input
        name="title"
        aria-label={t("name")}
        aria-invalid={Boolean(error)}
        defaultValue={board.title}
        maxLength={255}
        // biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed
        autoFocus
        onFocus={({ target }) => target.select()}
        className="min-w-0 max-w-md grow rounded-lg border bg-surface px-2 py-1 font-serif text-2xl pointer-coarse:min-h-11"
      />
      <IconButton label={t("save")} type="submit">
        <Check size={17} />
      </IconButton>
      <IconButton label={t("discard")} onClick={onDone}>
        <X size={17} />
      </IconButton>
      {error && (
        <span role="alert" className="text-danger text-sm">
          {error}
        </span>
      )}
    </form>
  );
}
