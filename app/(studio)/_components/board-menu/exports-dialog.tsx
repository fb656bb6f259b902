"use client";

import type { BulkJobFacts, useExports } from "@boards/client";
import { Download, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { Dialog } from "@/lib/ui/dialog";
import { IconButton } from "@/lib/ui/icon-button";

interface ExportsDialogProps {
  exports: readonly BulkJobFacts[];
  onRemove: ReturnType<typeof useExports>["remove"];
  onClose: () => void;
}

/** What the viewer has exported, to be downloaded again or deleted, wherever it was begun. */
export function ExportsDialog({ exports, onRemove, onClose }: ExportsDialogProps) {
  const t = useTranslations("studio.exports");
  const { describeError } = useErrorWords();
  const [deleting, setDeleting] = useState<BulkJobFacts | null>(null);
  const [error, setError] = useState<unknown>(null);
  const list = useRef<HTMLUListElement>(null);
  const remove = (id: string) => {
    setError(null);
    // What had the focus goes with its line.
    onRemove(id).then(() => list.current?.focus(), setError);
  };
  return (
    <Dialog title={t("title")} description={t("text")} isOpen onClose={onClose}>
      <div className="grid grid-cols-1 gap-4">
        {error !== null && (
          <p role="alert" className="text-danger text-sm">
            {describeError(error).message}
          </p>
        )}
        {exports.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
        <ul ref={list} tabIndex={-1} aria-label={t("title")} className="divide-y outline-none">
          {exports.map((job) => {
            const { id, state, done, skipped, total, errorMessage, downloadUrl, downloadExpiresAt } = job;
            const title = job.title ?? "";
            return (
              <li key={id} className="flex min-h-14 items-center gap-1 py-2">
                <div className="min-w-0 grow">
                  <p className="truncate font-medium text-sm">{title}</p>
                  <p className="text-muted text-xs">
                    {downloadUrl && downloadExpiresAt
                      ? t("ready", { count: done - skipped, until: new Date(downloadExpiresAt) })
                      : [t("unfinished", { state, done, total: total ?? done }), state === "FAILED" && errorMessage].filter(Boolean).join(" · ")}
                  </p>
                </div>
                {downloadUrl && (
                  <a
                    href={downloadUrl}
                    download
                    aria-label={t("downloadNamed", { title })}
                    title={t("downloadNamed", { title })}
                    className="grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-full hover:bg-ink/10"
                  >
                    <Download size={17} aria-hidden />
                  </a>
                )}
                {state !== "RUNNING" && (
                  <IconButton label={t("deleteNamed", { title })} onClick={() => setDeleting(job)}>
                    <Trash2 size={17} />
                  </IconButton>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <ConfirmDialog
        title={t("deleteTitle")}
        description={t("deleteText")}
        action={t("delete")}
        isOpen={deleting !== null}
        onConfirm={() => deleting && remove(deleting.id)}
        onClose={() => setDeleting(null)}
      />
    </Dialog>
  );
}
