"use client";

import { useBoard, useBoardEvents, useBoardGenerations, useGenerators, useUploads } from "@boards/client";
import { notFound, usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { BoardHeader } from "./board-header";
import { DropZone } from "./drop-zone";
import { GenerationGrid } from "./gallery/generation-grid";
import { Composer } from "./prompt-bar/composer";
import { useComposer } from "./prompt-bar/use-composer";
import { UploadList } from "./upload-list";
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

  if (board === null) notFound();
  if (error && !board) {
    return (
      <main role="alert" className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-6">
        <h1 className="font-serif text-4xl">{t("loadFailed")}</h1>
        <p className="text-muted">{t("loadFailedText")}</p>
        <Button onClick={() => reload()}>{t("retry")}</Button>
      </main>
    );
  }
  const mayGenerate = board?.permissions.canGenerate ?? false;
  return (
    <DropZone isEnabled={mayGenerate} onFiles={uploads.uploadFiles}>
      <title>{board ? `${board.title} · Boards` : "Boards"}</title>
      <BoardHeader board={board} onFiles={uploads.uploadFiles} onUrl={uploads.uploadUrl} />
      <main className={`mx-auto max-w-[100rem] px-4 pt-4 sm:px-6 ${isComposerOpen ? "pb-80" : "pb-32"}`}>
        <UploadList items={uploads.items} onDismiss={uploads.dismiss} />
        <GenerationGrid
          boardId={boardId}
          generations={generations}
          isLoading={isLoading}
          mayGenerate={mayGenerate}
          onView={view}
          onUse={composer.addAsInput}
          onReuse={composer.reuse}
        />
        {hasMore && (
          <Button look="quiet" className="mx-auto mt-8 flex" onClick={() => loadMore()}>
            {t("showOlder")}
          </Button>
        )}
      </main>
      {mayGenerate && (
        <Composer
          composer={composer}
          generators={generators}
          generations={generations}
          onFiles={uploads.uploadFiles}
          isOpen={isComposerOpen}
          onToggle={() => setIsComposerOpen((isOpen) => !isOpen)}
        />
      )}
      {viewedId && (
        <Viewer
          key={viewedId}
          id={viewedId}
          boardId={boardId}
          order={generations.map((generation) => generation.id)}
          generators={generators}
          mayGenerate={mayGenerate}
          onView={view}
          onReuse={composer.reuse}
        />
      )}
    </DropZone>
  );
}

/** Which generation the address names, and a function that changes it; going back closes the viewer. */
function useViewed(): [string | null, (id: string | null) => void] {
  const router = useRouter();
  const pathname = usePathname();
  const viewedId = useSearchParams().get("view");
  const view = useCallback((id: string | null) => router.push(id ? `${pathname}?view=${id}` : pathname, { scroll: false }), [router, pathname]);
  return [viewedId, view];
}
