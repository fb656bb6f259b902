import { type BulkJob, type BulkTarget, type GenerationChangeInput, useBulkJobs } from "@boards/client";
import { useCallback, useMemo, useRef, useState } from "react";
import { useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { useUndoStack } from "../undo/undo-provider";
import type { UndoStep } from "../undo/undo-stack";
import type { Change } from "./job-list";
import { useJobToasts } from "./use-job-toasts";

/** A board that is imported is told of where that is done. */
const isChange = (job: BulkJob): job is Change => job.kind !== "IMPORT";

/**
 * Changes in the background as a screen shows them: those that run, and those that failed, were canceled or wrote a file since it is open. How each ends
 * is said, with a way to undo it, as Ctrl+Z does; `onEnded` is told, too.
 */
export function useShownJobs(onEnded?: (job: BulkJob) => void) {
  const { describeError } = useErrorWords();
  const [openedAt] = useState(() => Date.now());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => new Set());
  const latest = useRef<{
    undo: (id: string) => Promise<unknown>;
    resume: (id: string) => Promise<unknown>;
    cancel: (id: string) => Promise<unknown>;
  }>(null);
  const attempt = useCallback(
    (what: "undo" | "resume" | "cancel", id: string) => void latest.current?.[what](id).catch((error) => toast.error(describeError(error).message)),
    [describeError],
  );
  const undoStack = useUndoStack();
  /** How those begun on this page are taken back; null for those that are. */
  const steps = useRef(new Map<string, UndoStep | null>());
  const undo = useCallback((id: string) => (steps.current.get(id) ?? { undo: () => attempt("undo", id) }).undo(), [attempt]);
  const resume = useCallback((id: string) => attempt("resume", id), [attempt]);
  const cancel = useCallback((id: string) => attempt("cancel", id), [attempt]);
  const tellEnd = useJobToasts(undo, resume);
  const bulk = useBulkJobs((job) => {
    // What was taken back on its way did not end as it was meant to.
    if (isChange(job) && steps.current.get(job.id) !== null) tellEnd(job);
    onEnded?.(job);
  });
  latest.current = bulk;
  const jobs = useMemo(
    () =>
      (bulk.jobs ?? [])
        .filter(isChange)
        .filter(
          ({ id, state, endedAt, downloadUrl }) =>
            state === "RUNNING" || ((state !== "COMPLETED" || downloadUrl) && !dismissed.has(id) && endedAt && Date.parse(endedAt) > openedAt),
        ),
    [bulk.jobs, dismissed, openedAt],
  );
  const dismiss = useCallback((id: string) => setDismissed((before) => new Set([...before, id])), []);
  /** Starts a change; `onUndone` is told when it is being taken back. */
  const change = async (what: GenerationChangeInput, target: BulkTarget, onUndone?: () => void): Promise<{ isLeft: boolean }> => {
    const making = bulk.change(what, target);
    const step = undoStack.pushMaking(making, async ({ id }) => {
      steps.current.set(id, null);
      toast.dismiss(id);
      await bulk.undo(id).then(onUndone, (error) => toast.error(describeError(error).message));
    });
    const { id } = await making;
    if (step.isLeft()) steps.current.set(id, step);
    return { isLeft: step.isLeft() };
  };
  return {
    ...bulk,
    change,
    list: useMemo(() => ({ jobs, onCancel: cancel, onResume: resume, onDismiss: dismiss }), [jobs, cancel, resume, dismiss]),
  };
}
