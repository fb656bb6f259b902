"use client";

import { useChangeBoards, useTrash, useTrashed, useViewer } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { SignInGate } from "@/app/_components/shell/sign-in-gate";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { toast } from "@/lib/ui/toast";
import { JobList } from "../../_components/jobs/job-list";
import { useShownJobs } from "../../_components/jobs/use-shown-jobs";
import { UndoProvider } from "../../_components/undo/undo-provider";
import { useUndoable } from "../../_components/undo/use-undoable";
import { TrashedBoards } from "./trashed-boards";
import { TrashedResults, trashedGrid } from "./trashed-results";

/** What was put into the trash, with ways back and ways to be rid of it. */
export function TrashPage() {
  return (
    <UndoProvider>
      <Trash />
    </UndoProvider>
  );
}

function Trash() {
  const t = useTranslations("studio.trash");
  const { describeError } = useErrorWords();
  const { viewer } = useViewer();
  const trash = useTrashed();
  const { trash: trashAgain } = useTrash();
  const { trash: trashBoardAgain } = useChangeBoards();
  const undoable = useUndoable();
  const { generations, boards, isLoading, error, reload, hasMore, loadMore } = trash;
  const { emptyTrash, change, list } = useShownJobs(() => void reload());
  const [isEmptying, setIsEmptying] = useState(false);
  const attempt = (work: Promise<unknown>) => void work.catch((problem) => toast.error(describeError(problem).message));
  const isEmpty = generations?.length === 0 && boards?.length === 0 && Boolean(viewer);
  const hasAnything = !isLoading && !isEmpty && generations !== undefined;
  return (
    <div className="mx-auto w-full max-w-[100rem] px-5 pt-6 pb-20 sm:px-8">
      <SignInGate>
        <div className="flex flex-wrap items-end justify-between gap-4 pt-6 pb-8 sm:pt-12">
          <h1 className="font-serif text-5xl leading-none sm:text-6xl">{t("title")}</h1>
          {hasAnything && (
            <div className="flex flex-wrap gap-2">
              {generations.length > 0 && (
                <Button look="quiet" onClick={() => attempt(change({ isTrashed: false }, { search: {} }))}>
                  {t("restoreAll")}
                </Button>
              )}
              <Button look="quiet" className="text-danger" onClick={() => setIsEmptying(true)}>
                {t("empty")}
              </Button>
            </div>
          )}
        </div>
        <JobList {...list} className="mb-8" />
        {isLoading && !error && (
          <div role="status" aria-label={t("loading")} className={trashedGrid}>
            {[0, 1, 2, 3, 4].map((each) => (
              <div key={each} className="aspect-square animate-shimmer rounded-2xl bg-loading" />
            ))}
          </div>
        )}
        {error && !generations && (
          <div role="alert" className="rounded-2xl border bg-surface p-8">
            <p className="mb-5 font-medium">{t("loadFailed")}</p>
            <Button look="quiet" onClick={() => void reload()}>
              {t("retry")}
            </Button>
          </div>
        )}
        {isEmpty && (
          <div className="rounded-3xl border border-dashed bg-surface/60 px-8 py-20 text-center">
            <p className="font-serif text-3xl">{t("emptyTitle")}</p>
            <p className="mx-auto mt-3 max-w-md text-balance text-muted">{t("emptyText")}</p>
          </div>
        )}
        {boards && boards.length > 0 && (
          <TrashedBoards
            boards={boards}
            onRestore={({ id, title }) =>
              attempt(undoable(trash.restoreBoard(id), t("boardRestored", { title }), () => trashBoardAgain(id).then(() => reload())))
            }
            onDelete={(board) => attempt(trash.deleteBoardForGood(board.id))}
          />
        )}
        {generations && generations.length > 0 && (
          <TrashedResults
            generations={generations}
            onRestore={(ids) =>
              attempt(undoable(trash.restore(ids), t("restored", { count: ids.length }), () => trashAgain(ids).then(() => reload())))
            }
            onDelete={(ids) => attempt(trash.deleteForGood(ids).then(() => toast.success(t("deleted", { count: ids.length }))))}
          />
        )}
        {hasMore && (
          <Button look="quiet" className="mt-8" onClick={() => attempt(loadMore())}>
            {t("more")}
          </Button>
        )}
      </SignInGate>
      <ConfirmDialog
        title={t("emptyConfirmTitle")}
        description={t("emptyConfirmText")}
        action={t("empty")}
        isOpen={isEmptying}
        onConfirm={() => attempt(emptyTrash().then(() => reload()))}
        onClose={() => setIsEmptying(false)}
      />
    </div>
  );
}
