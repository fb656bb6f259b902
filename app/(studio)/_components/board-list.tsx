"use client";

import { useBoardList, useBoardMaking, useExports, useViewer } from "@boards/client";
import { PackageOpen, PackagePlus, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { SignInGate } from "@/app/_components/shell/sign-in-gate";
import { Button } from "@/lib/ui/button";
import { Segments } from "@/lib/ui/segments";
import { Select } from "@/lib/ui/select";
import { BoardCard } from "./board-card";
import { ExportsDialog } from "./board-menu/exports-dialog";
import { ImportDialog } from "./board-menu/import-dialog";
import { SearchField } from "./finding/search-field";
import { NewBoardDialog } from "./new-board-dialog";
import { boardGroups, boardSorts, useBoardListView } from "./use-board-list-view";

/** As many columns as there is room for. */
const cards = "grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-x-6 gap-y-9";

/** The first page: the boards of the viewer, and public ones, to be searched and sorted. */
export function BoardList() {
  const t = useTranslations("studio.boards");
  const [asked, ask] = useBoardListView();
  const { boards, isLoading, error, hasMore, loadMore, reload } = useBoardList(asked);
  const { createBoard } = useBoardMaking();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isNaming, setIsNaming] = useState(false);
  const { exports, remove } = useExports();
  const [areExportsOpen, setAreExportsOpen] = useState(false);
  const [isImporting, setIsImporting] = useState(false);
  const { viewer } = useViewer();
  // Until it is known who asks, an empty list says nothing.
  const isNarrowed = asked.query !== "" || asked.of !== "ALL";
  const isEmpty = boards?.length === 0 && Boolean(viewer) && !isNarrowed;
  const importButton = (
    <Button look="quiet" onClick={() => setIsImporting(true)}>
      <PackagePlus size={18} /> {t("import")}
    </Button>
  );
  const exportsButton = exports && exports.length > 0 && (
    <Button look="quiet" className="max-sm:order-last" onClick={() => setAreExportsOpen(true)}>
      <PackageOpen size={18} /> {t("exports")}
    </Button>
  );
  return (
    <div className="mx-auto w-full max-w-[100rem] px-5 pt-6 pb-20 sm:px-8">
      <SignInGate>
        <div className="flex flex-wrap items-end justify-between gap-4 pt-6 pb-8 sm:pt-12">
          <h1 ref={heading} tabIndex={-1} className="font-serif text-5xl leading-none sm:text-6xl">
            {t("title")}
          </h1>
          {!isEmpty && (
            <div className="flex flex-wrap gap-2">
              {exportsButton}
              {importButton}
              <Button className="max-sm:order-first" onClick={() => setIsNaming(true)}>
                <Plus size={18} /> {t("new")}
              </Button>
            </div>
          )}
        </div>
        {/* Also over an empty list: all of them may be in the archive, or someone else's. */}
        {viewer && (
          <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3">
            <SearchField label={t("search")} value={asked.query} onChange={(query) => ask({ query })} className="w-full lg:w-64" />
            <Segments
              id="boards-of"
              label={t("show")}
              value={asked.of}
              options={boardGroups.map((group) => ({ value: group, text: t(`groups.${group}`) }))}
              onChange={(of) => ask({ of })}
            />
            <div className="w-44 sm:ml-auto">
              <Select
                id="boards-sort"
                label={t("sort")}
                value={asked.sort}
                options={boardSorts}
                textOf={(sort) => t(`sorts.${sort}`)}
                onChange={(sort) => ask({ sort })}
              />
            </div>
          </div>
        )}
        {isLoading && <Skeletons />}
        {error && !boards && (
          <div role="alert" className="rounded-2xl border bg-surface p-8">
            <p className="font-medium">{t("loadFailed")}</p>
            <p className="mt-1 mb-5 text-muted text-sm">{t("loadFailedText")}</p>
            <Button look="quiet" onClick={() => reload()}>
              {t("retry")}
            </Button>
          </div>
        )}
        {isEmpty && (
          <div className="rounded-3xl border border-dashed bg-surface/60 px-8 py-20 text-center">
            <p className="font-serif text-3xl">{t("emptyTitle")}</p>
            <p className="mx-auto mt-3 mb-8 max-w-md text-balance text-muted">{t("emptyText")}</p>
            <div className="flex flex-wrap justify-center gap-2">
              <Button onClick={() => setIsNaming(true)}>
                <Plus size={18} /> {t("createFirst")}
              </Button>
              {importButton}
              {exportsButton}
            </div>
          </div>
        )}
        {boards?.length === 0 && isNarrowed && (
          <div className="grid justify-items-center gap-3 py-16 text-center">
            <p className="font-serif text-3xl">{asked.query ? t("noneFound") : t(`none.${asked.of}`)}</p>
            <Button look="quiet" onClick={() => ask({ query: "", of: "ALL" })}>
              {t("showAll")}
            </Button>
          </div>
        )}
        {boards && !isEmpty && (
          <ul className={cards}>
            {boards.map((board) => (
              <BoardCard key={board.id} board={board} onTrashed={() => heading.current?.focus()} />
            ))}
          </ul>
        )}
        {hasMore && (
          <div className="mt-10 grid justify-center">
            <Button look="quiet" onClick={() => void loadMore()}>
              {t("more")}
            </Button>
          </div>
        )}
      </SignInGate>
      <NewBoardDialog isOpen={isNaming} onClose={() => setIsNaming(false)} onCreate={createBoard} />
      {areExportsOpen && exports && <ExportsDialog exports={exports} onRemove={remove} onClose={() => setAreExportsOpen(false)} />}
      {isImporting && <ImportDialog onClose={() => setIsImporting(false)} onBoard={() => void reload()} />}
    </div>
  );
}

function Skeletons() {
  const t = useTranslations("studio.boards");
  return (
    <div role="status" aria-label={t("loading")} className={cards}>
      {[0, 1, 2, 3].map((each) => (
        <div key={each} className="animate-shimmer">
          <div className="aspect-[4/3] rounded-2xl bg-loading" />
          <div className="mt-3 h-5 w-2/3 rounded bg-loading" />
        </div>
      ))}
    </div>
  );
}
