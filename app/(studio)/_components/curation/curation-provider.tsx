"use client";

import { type GenerationChangeInput, type TakeBack, useDownloads, useMarks, useMoveGenerations, useTagging, useTrash } from "@boards/client";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { JobList } from "../jobs/job-list";
import { useShownJobs } from "../jobs/use-shown-jobs";
import { useUndoStack } from "../undo/undo-provider";
import { BoardDialog } from "./board-dialog";
import { type Curation, CurationContext, type Question } from "./curation";
import { RatingDialog } from "./rating-dialog";
import { TagDialog } from "./tag-dialog";
import { countOf, fewOf, type Target } from "./target";

interface Change {
  /** For few results, at once. */
  direct: (ids: readonly string[]) => Promise<TakeBack>;
  /** The same for any number of them. */
  bulk: GenerationChangeInput;
  /** What it did. */
  words: string;
  /** One mark is seen where it is made: it is said to screen readers alone. */
  isQuiet?: boolean;
}

/** Gives what is below it the ways to keep results of a board or, with null, of any board in order, and the list of changes in the background. */
export function CurationProvider({ boardId, children }: { boardId: string | null; children: (jobs: ReactNode) => ReactNode }) {
  const t = useTranslations("studio.curation");
  const { describeError } = useErrorWords();
  const undoStack = useUndoStack();
  const marks = useMarks();
  const tagging = useTagging();
  const moving = useMoveGenerations();
  const { trash, restore } = useTrash();
  const { addressOf } = useDownloads();
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState<{ what: Question; target: Target; onLeave: () => void } | null>(null);

  const fail = useCallback((error: unknown) => void toast.error(describeError(error).message), [describeError]);
  const bulk = useShownJobs();

  const perform = async (target: Target, { direct, bulk: change, words, isQuiet = false }: Change): Promise<boolean> => {
    const ids = fewOf(target);
    try {
      if (ids) {
        const making = direct(ids);
        const { undo, isLeft, onTaken } = undoStack.pushMaking(making, (takeBack) => takeBack().then(() => setSaid(t("undone")), fail));
        await making;
        if (!isLeft()) return true;
        if (isQuiet && ids.length === 1) setSaid(words);
        else {
          const shown = toast(words, { action: { label: t("undo"), onClick: undo } });
          onTaken(() => toast.dismiss(shown));
        }
      } else if ("search" in target) {
        const { isLeft } = await bulk.change(change, target, () => setSaid(t("undoing")));
        if (isLeft) setSaid(t("jobStarted", { count: countOf(target) }));
      }
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };
  const download: Curation["download"] = (target, options) => {
    const ids = fewOf(target);
    if (ids) window.location.assign(addressOf(ids, options));
    else if ("search" in target) bulk.exportTarget(target, options).then(() => setSaid(t("downloadStarted", { count: countOf(target) })), fail);
  };
  const latest = useRef({ perform, download });
  latest.current = { perform, download };

  const curation = useMemo<Curation>(() => {
    const change = (target: Target, what: Change) => latest.current.perform(target, what);
    const countIn = (target: Target) => ({ count: countOf(target) });
    return {
      ask: (what, target, onLeave = () => {}) => setAsking({ what, target, onLeave }),
      star: (target, isStarred) =>
        change(target, {
          direct: (ids) => marks.star(ids, isStarred),
          bulk: { isStarred },
          words: t(isStarred ? "starred" : "unstarred", countIn(target)),
          isQuiet: true,
        }),
      rate: (target, rating) =>
        change(target, {
          direct: (ids) => marks.rate(ids, rating),
          bulk: { rating: rating ?? 0 },
          words: rating ? t("rated", { ...countIn(target), rating }) : t("unrated", countIn(target)),
          isQuiet: true,
        }),
      tag: (target, tags) =>
        change(target, {
          direct: (ids) => tagging(ids, tags),
          bulk: { addTagIds: tags.add, removeTagIds: tags.remove },
          words: t("tagged", countIn(target)),
        }),
      move: (target, { id, title }) =>
        change(target, {
          direct: (ids) => moving.move(ids, boardId ?? id, id),
          bulk: { moveToBoardId: id },
          words: t("moved", { ...countIn(target), board: title }),
        }),
      copy: (target, { id, title }) =>
        change(target, {
          direct: (ids) => moving.copy(ids, id),
          bulk: { copyToBoardId: id },
          words: t("copied", { ...countIn(target), board: title }),
        }),
      trash: (target) =>
        change(target, {
          direct: async (ids) => {
            await trash(ids);
            return async () => void (await restore(ids));
          },
          bulk: { isTrashed: true },
          words: t("trashed", countIn(target)),
        }),
      download: (target, options) => latest.current.download(target, options),
    };
  }, [t, marks, tagging, moving, trash, restore, boardId]);

  return (
    <CurationContext value={curation}>
      {children(<JobList {...bulk.list} className="mx-4 mt-4 sm:mx-6" />)}
      {asking?.what === "tags" && <TagDialog target={asking.target} onClose={() => setAsking(null)} />}
      {asking?.what === "rating" && <RatingDialog target={asking.target} onClose={() => setAsking(null)} />}
      {asking?.what === "board" && <BoardDialog boardId={boardId} target={asking.target} onMove={asking.onLeave} onClose={() => setAsking(null)} />}
      <p role="status" className="sr-only">
        {said}
      </p>
    </CurationContext>
  );
}
