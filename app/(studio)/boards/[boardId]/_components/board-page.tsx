"use client";

import { type PageAnswer, useBoard, useBoardEvents, useGenerators, usePageAnswers, useUploads } from "@boards/client";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useViewed } from "@/app/_components/use-viewed";
import { Button } from "@/lib/ui/button";
import { BoardLayout } from "../../../_components/board-layout";
import { CompareDialog } from "../../../_components/compare/compare-dialog";
import { useCompared } from "../../../_components/compare/use-compared";
import { CurationProvider } from "../../../_components/curation/curation-provider";
import { Gallery } from "../../../_components/gallery/gallery";
import type { GalleryLook } from "../../../_components/gallery/gallery-look";
import { FirstLook } from "../../../_components/gallery/stored-look";
import { useOrderAround } from "../../../_components/gallery/use-order-around";
import { UndoProvider } from "../../../_components/undo/undo-provider";
import { Viewer } from "../../../_components/viewer/viewer";
import { BoardHeader } from "./board-header";
import { DropZone } from "./drop-zone";
import { MissingBoard } from "./missing-board";
import { PromptBar, PromptBarPlace } from "./prompt-bar/prompt-bar";
import { PromptProvider } from "./prompt-bar/prompt-provider";
import type { Panel } from "./prompt-bar/settings/panel-cookie";
import { SettingsPanel, SettingsPanelPlace } from "./prompt-bar/settings/settings-panel";
import { FirstPanel } from "./prompt-bar/settings/stored-panel";
import { ShareDialog } from "./share/share-dialog";
import { UploadList } from "./upload-list";

interface BoardPageProps {
  boardId: string;
  answers: readonly PageAnswer[];
  /** The settings panel as the browser remembers it. */
  panel: Panel;
  /** How the browser looks at boards. */
  look: GalleryLook;
  /** What stands in the gallery until its scripts run. */
  firstTiles: ReactNode;
}

/** A board: its header, what is on it, the prompt bar, and the viewer over it all (`?view=<generation>`); the prompt bar begins with `?use=<generator>`. */
export function BoardPage({ panel, look, ...props }: BoardPageProps) {
  return (
    <FirstPanel value={panel}>
      <FirstLook value={look}>
        <Board {...props} />
      </FirstLook>
    </FirstPanel>
  );
}

function Board({ boardId, answers, firstTiles }: Omit<BoardPageProps, "panel" | "look">) {
  const t = useTranslations("studio.board");
  usePageAnswers(answers);
  const { board, error, reload } = useBoard(boardId);
  const { generators } = useGenerators({ isUrgent: false });
  const uploads = useUploads(boardId);
  const generatorAsked = useSearchParams().get("use");
  const [viewedId, view] = useViewed();
  const [comparedIds, compare] = useCompared();
  const order = useOrderAround(boardId, viewedId);
  useBoardEvents(boardId, reload);

  const [isSharing, setIsSharing] = useState(false);
  const wasThere = useRef(false);
  wasThere.current ||= Boolean(board);
  const title = <title>{board ? `${board.title} · Boards` : "Boards"}</title>;
  if (board === null)
    return (
      <>
        {title}
        <MissingBoard wasThere={wasThere.current} />
      </>
    );
  if (error && !board) {
    return (
      <div role="alert" className="m-auto flex max-w-md flex-col items-start gap-4 px-6">
        {title}
        <h1 className="font-serif text-4xl">{t("loadFailed")}</h1>
        <p className="text-muted">{t("loadFailedText")}</p>
        <Button onClick={() => reload()}>{t("retry")}</Button>
      </div>
    );
  }
  const mayGenerate = board?.permissions.canGenerate ?? false;
  return (
    <DropZone isEnabled={mayGenerate} onFiles={uploads.uploadFiles}>
      {title}
      <UndoProvider>
        <CurationProvider boardId={boardId}>
          {(jobs) => (
            <PromptProvider
              boardId={boardId}
              mayGenerate={mayGenerate}
              mayExport={board?.permissions.canExport ?? false}
              generators={generators}
              generatorAsked={generatorAsked}
              onFiles={uploads.uploadFiles}
              onView={view}
            >
              <BoardLayout
                header={<BoardHeader board={board} onFiles={uploads.uploadFiles} onUrl={uploads.uploadUrl} onShare={() => setIsSharing(true)} />}
                side={board ? mayGenerate && <SettingsPanel /> : <SettingsPanelPlace />}
                bar={board ? mayGenerate && <PromptBar /> : <PromptBarPlace />}
              >
                <UploadList items={uploads.items} onDismiss={uploads.dismiss} onRetry={uploads.retry} />
                {jobs}
                <Gallery boardId={boardId} loading={firstTiles} />
              </BoardLayout>
              {comparedIds.length > 1 && <CompareDialog ids={comparedIds} onClose={() => compare([])} />}
              {viewedId && <Viewer id={viewedId} order={order} generators={generators} onView={view} />}
            </PromptProvider>
          )}
        </CurationProvider>
      </UndoProvider>
      {/* Apart from what is made anew when the viewer's own role changes, which this window may do. */}
      <ShareDialog boardId={boardId} isOpen={isSharing} onClose={() => setIsSharing(false)} />
    </DropZone>
  );
}
