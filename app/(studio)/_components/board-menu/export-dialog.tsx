"use client";

import { useBoardExport } from "@boards/client";
import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Checkbox } from "@/lib/ui/checkbox";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { Dialog } from "@/lib/ui/dialog";
import { JobProgress } from "./job-progress";

/** Exports a board as an archive. It goes on when the window is closed: opened again, the window shows how far it is, and then the file. */
export function ExportDialog({ board, onClose }: { board: { id: string; title: string }; onClose: () => void }) {
  const t = useTranslations("studio.exportBoard");
  const { describeError } = useErrorWords();
  const { job, error: loadError, start, cancel, remove } = useBoardExport(board.id);
  const [startError, setError] = useState<unknown>(null);
  const [isDeleting, setIsDeleting] = useState(false);
  const [embedPrompts, setEmbedPrompts] = useState(false);
  const error = startError ?? loadError;
  const begin = () => {
    setError(null);
    start({ embedPrompts }).catch(setError);
  };
  const startButton = useRef<HTMLButtonElement>(null);
  const deleteIt = (id: string) => {
    setError(null);
    // What had the focus goes with the file.
    remove(id).then(() => startButton.current?.focus(), setError);
  };
  const isRunning = job?.state === "RUNNING";
  return (
    <Dialog title={t("title", { title: board.title })} description={t("text")} isOpen onClose={onClose}>
      <div className="grid gap-5">
        {job && <JobProgress job={job} label={t("progress")} />}
        {job?.downloadUrl && job.downloadExpiresAt && (
          <p role="status" className="text-balance text-sm">
            {t("ready", { count: job.done - job.skipped, until: new Date(job.downloadExpiresAt) })}
          </p>
        )}
        {error !== null && error !== undefined && (
          <p role="alert" className="text-danger text-sm">
            {describeError(error).message}
          </p>
        )}
        {!isRunning && (
          <label className="flex cursor-pointer items-start gap-3 text-sm pointer-coarse:min-h-11">
            <Checkbox checked={embedPrompts} onChange={({ currentTarget }) => setEmbedPrompts(currentTarget.checked)} className="mt-0.5" />
            <span>
              {t("embedPrompts")} <span className="block text-muted text-xs">{t("embedPromptsText")}</span>
            </span>
          </label>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {isRunning ? (
            <Button look="quiet" onClick={() => void cancel()?.catch(setError)}>
              {t("cancel")}
            </Button>
          ) : (
            <Button ref={startButton} look={job?.downloadUrl ? "quiet" : "primary"} disabled={job === undefined && !error} onClick={begin}>
              {t(job ? "again" : "start")}
            </Button>
          )}
          {job?.downloadUrl && (
            <Button look="quiet" onClick={() => setIsDeleting(true)}>
              {t("delete")}
            </Button>
          )}
          {job?.downloadUrl && (
            <a
              href={job.downloadUrl}
              download
              className="inline-flex h-10 pointer-coarse:h-11 items-center gap-2 rounded-full bg-accent px-5 font-medium text-on-accent text-sm"
            >
              <Download size={16} /> {t("download")}
            </a>
          )}
        </div>
      </div>
      {job && (
        <ConfirmDialog
          title={t("deleteTitle")}
          description={t("deleteText")}
          action={t("delete")}
          isOpen={isDeleting}
          onConfirm={() => deleteIt(job.id)}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </Dialog>
  );
}
