import { type BulkJob, useBulkJobs } from "@boards/client";
import { useCallback, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { useErrorWords } from "@/app/_components/describe-error";
import type { Change } from "./job-list";
import { useJobToasts } from "./use-job-toasts";

/** A board that is imported is told of where that is done. */
const isChange = (job: BulkJob): job is Change => job.kind !== "IMPORT";

/**
 * Changes in the background as a screen shows them: those that run, and those that failed, were canceled or wrote a file since it is open. How each ends
 * is said, with a way to undo it; `onEnded` is told, too.
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
  const undo = useCallback((id: string) => attempt("undo", id), [attempt]);
  const resume = useCallback((id: string) => attempt("resume", id), [attempt]);
  const cancel = useCallback((id: string) => attempt("cancel", id), [attempt]);
  const tellEnd = useJobToasts(undo, resume);
  const bulk = useBulkJobs((job) => {
    if (isChange(job)) tellEnd(job);
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
  return { ...bulk, list: useMemo(() => ({ jobs, onCancel: cancel, onResume: resume, onDismiss: dismiss }), [jobs, cancel, resume, dismiss]) };
}
