"use client";

import { useBoard, useBoardEvents, useBoardGenerations, useGenerators, useUploads } from "@boards/client";
import { useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { BoardActionsProvider } from "./board-actions-provider";
import { BoardHeader } from "./board-header";
import { BoardLayout } from "./board-layout";
import { DropZone } from "./drop-zone";
import { GenerationGrid } from "./gallery/generation-grid";
import { MissingBoard } from "./missing-board";
import { Composer } from "./prompt-bar/composer";
import { useComposer } from "./prompt-bar/use-composer";
import { UploadList } from "./upload-list";
import { useViewed } from "./viewer/use-viewed";
import { Viewer } from "./viewer/viewer";

/** A board: its header, what is on it, the composer, and the viewer over it all (`?view=<generation>`); the composer begins with `?generator=<name>`. */
export function BoardPage({ boardId }: { boardId: string }) {
  const t = useTranslations("studio.board");
  const { board, error, reload } = useBoard(boardId);
  const { generations, isLoading, hasMore, loadMore } = useBoardGenerations(boardId);
  const { generators } = useGenerators();
  const uploads = useUploads(boardId);
  const composer = useComposer(boardId, generators, useSearchParams().get("generator"));
  const [isComposerOpen, setIsComposerOpen] = useState(true);
  const [viewedId, view] = useViewed();
  useBoardEvents(boardId, reload);

  const wasThere = useRef(false);
  wasThere.current ||= Boolean(board);
  if (board === null) return <MissingBoard wasThere={wasThere.current} />;
  if (error && !board) {
    return (
      <div role="alert" className="m-auto flex max-w-md flex-col items-start gap-4 px-6">
        <h1 className="font-serif text-4xl">{t("loadFailed")}</h1>
        <p className="text-muted">{t("loadFailedText")}</p>
        <Button onClick={() => reload()}>{t("retry")}</Button>
      </div>
    );
  }
  const mayGenerate = board?.permissions.canGenerate ?? false;
  return (
    <DropZone isEnabled={mayGenerate} onFiles={uploads.uploadFiles}>
      <title>{board ? `${board.title} · Boards` : "Boards"}</title>
      <BoardActionsProvider boardId={boardId} mayGenerate={mayGenerate} view={view} use={composer.addAsInput} reuse={composer.reuse}>
        <BoardLayout
          header={<BoardHeader board={board} onFiles={uploads.uploadFiles} onUrl={uploads.uploadUrl} />}
          bar={
            mayGenerate && (
              <Composer
                composer={composer}
                generators={generators}
                generations={generations}
                onFiles={uploads.uploadFiles}
                isOpen={isComposerOpen}
                onToggle={() => setIsComposerOpen((isOpen) => !isOpen)}
              />
            )
          }
        >
          <div className="p-4 sm:px-6">
            <UploadList items={uploads.items} onDismiss={uploads.dismiss} />
            <GenerationGrid generations={generations} isLoading={isLoading} />
            {hasMore && (
              <Button look="quiet" className="mx-auto mt-8 flex" onClick={() => loadMore()}>
                {t("showOlder")}
              </Button>
            )}
          </div>
        </BoardLayout>
        {viewedId && (
          <Viewer
            id={viewedId}
            boardId={boardId}
            order={generations.map((generation) => generation.id)}
            generators={generators}
            mayGenerate={mayGenerate}
            onView={view}
            onReuse={composer.reuse}
          />
        )}
      </BoardActionsProvider>
    </DropZone>
  );
}
