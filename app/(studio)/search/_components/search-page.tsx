"use client";

import { useBoardEvents, useBoards, useGenerators } from "@boards/client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SignInGate } from "@/app/_components/shell/sign-in-gate";
import { useViewed } from "@/app/_components/use-viewed";
import { BoardActionsProvider } from "../../_components/board-actions-provider";
import { BoardLayout } from "../../_components/board-layout";
import { CompareDialog } from "../../_components/compare/compare-dialog";
import { useCompared } from "../../_components/compare/use-compared";
import { CurationProvider } from "../../_components/curation/curation-provider";
import { Gallery } from "../../_components/gallery/gallery";
import { useOrderAround } from "../../_components/gallery/use-order-around";
import { UndoProvider } from "../../_components/undo/undo-provider";
import { Viewer } from "../../_components/viewer/viewer";

/** What all boards of the viewer hold, to be found like what is on one: each result can be seen, marked and compared, and leads to its board. */
export function SearchPage() {
  return (
    <SignInGate>
      <UndoProvider>
        <CurationProvider boardId={null}>
          {(jobs) => (
            <FoundResults>
              <LiveBoards />
              {jobs}
              <Gallery boardId={null} />
            </FoundResults>
          )}
        </CurationProvider>
      </UndoProvider>
    </SignInGate>
  );
}

const nothing = () => undefined;
/** So many boards are followed: those that changed last. */
const followed = 20;

/** Shows what happens on the boards where most does, whoever does it. */
function LiveBoards() {
  const { boards } = useBoards(followed);
  return boards?.map(({ id }) => <LiveBoard key={id} boardId={id} />);
}

function LiveBoard({ boardId }: { boardId: string }) {
  useBoardEvents(boardId, nothing);
  return null;
}

function FoundResults({ children }: { children: ReactNode }) {
  const t = useTranslations("studio.search");
  const { generators } = useGenerators();
  const [viewedId, view] = useViewed();
  const [comparedIds, compare] = useCompared();
  const order = useOrderAround(null, viewedId);
  return (
    // What makes something belongs to a board, and is offered there.
    <BoardActionsProvider generators={generators} mayGenerate={false} mayExport leadsToBoards view={view} use={nothing} reuse={nothing}>
      <BoardLayout
        header={
          <header className="flex h-14 items-center border-b px-3 sm:px-5">
            <h1 className="font-serif text-2xl">{t("title")}</h1>
          </header>
        }
      >
        {children}
      </BoardLayout>
      {comparedIds.length > 1 && <CompareDialog ids={comparedIds} onClose={() => compare([])} />}
      {viewedId && <Viewer id={viewedId} order={order} generators={generators} onView={view} />}
    </BoardActionsProvider>
  );
}
