"use client";

import type { BulkJob } from "@boards/client";
import clsx from "clsx";
import { Download, Play, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { ProgressBar } from "@/lib/ui/progress-bar";

/** A job that changes results or boards, or writes them to a file. */
export type Change = BulkJob & { kind: Exclude<BulkJob["kind"], "IMPORT"> };

interface JobListProps {
  jobs: readonly Change[];
  onCancel: (id: string) => void;
  onResume: (id: string) => void;
  onDismiss: (id: string) => void;
  className?: string;
}

/** Changes in the background, with how far they are, those that stopped before their end, and files to download. */
export function JobList({ jobs, onCancel, onResume, onDismiss, className }: JobListProps) {
  const t = useTranslations("studio.curation");
  if (jobs.length === 0) return null;
  return (
    <ul aria-label={t("jobs")} className={clsx("grid grid-cols-1 gap-2", className)}>
      {jobs.map(({ id, kind, state, done, total, skipped, errorMessage, downloadUrl }) => {
        const name = t(`jobKind.${kind}`);
        const isEndless = kind === "DELETE_BOARD" || kind === "EMPTY_TRASH";
        return (
          <li key={id} className="flex min-h-11 items-center gap-1 rounded-xl border bg-surface py-1 pr-1 pl-4 text-sm">
            {/* Phones have no room for a name and what is said of it in one line. */}
            <div className="flex min-w-0 grow items-center gap-x-3 max-sm:flex-wrap max-sm:py-1">
              <span className="min-w-0 font-medium max-sm:basis-full sm:truncate">{name}</span>
              {state === "RUNNING" ? (
                <>
                  <ProgressBar label={t("jobProgress", { name })} {...(total ? { value: done, max: total } : {})} className="min-w-8 grow" />
                  <span className="shrink-0 text-muted tabular-nums">{total == null ? t("counting") : t("doneOf", { done, total: total ?? 0 })}</span>
                </>
              ) : downloadUrl ? (
                <span className="min-w-0 grow text-muted">{t("jobDone.EXPORT", { count: done - skipped })}</span>
              ) : state === "FAILED" ? (
                <span role="alert" className="min-w-0 grow text-danger">
                  {errorMessage ?? t("jobFailed")}
                </span>
              ) : (
                <span className="min-w-0 grow text-muted">{t("jobCancelled", { done })}</span>
              )}
            </div>
            {state === "RUNNING" ? (
              !isEndless && (
                <IconButton label={t("cancelJob", { name })} onClick={() => onCancel(id)}>
                  <X size={16} />
                </IconButton>
              )
            ) : (
              <>
                {downloadUrl ? (
                  <a
                    href={downloadUrl}
                    download
                    className="inline-flex h-9 pointer-coarse:h-11 shrink-0 items-center gap-2 rounded-full px-3 font-medium text-accent hover:bg-ink/5"
                  >
                    <Download size={16} aria-hidden /> {t("download")}
                  </a>
                ) : (
                  <IconButton label={t("resumeJob", { name })} onClick={() => onResume(id)}>
                    <Play size={16} />
                  </IconButton>
                )}
                <IconButton label={t("dismissJob", { name })} onClick={() => onDismiss(id)}>
                  <X size={16} />
                </IconButton>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
