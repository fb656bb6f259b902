"use client";

import { useBulkJob, useImportBoard } from "@boards/client";
import Link from "next/link";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { ProgressBar } from "@/lib/ui/progress-bar";
import { JobProgress } from "./job-progress";

interface ImportDialogProps {
  onClose: () => void;
  /** Once the board is there, before all of it is. */
  onBoard: () => void;
}

/** Imports an archive as a board. What was sent goes on when the window is closed; while it is sent, closing ends it. */
export function ImportDialog({ onClose, onBoard }: ImportDialogProps) {
  const t = useTranslations("studio.importBoard");
  const { describeError, inWords } = useErrorWords();
  const importBoard = useImportBoard();
  const fileInput = useRef<HTMLInputElement>(null);
  const ending = useRef<AbortController>(undefined);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [made, setMade] = useState<{ jobId: string; boardId: string } | null>(null);
  const { job } = useBulkJob(made?.jobId ?? null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    const controller = new AbortController();
    ending.current = controller;
    setError(null);
    setSent(0);
    try {
      setMade(await importBoard(file, { onProgress: setSent, signal: controller.signal }));
      onBoard();
    } catch (problem) {
      const { described } = problem as { described?: Parameters<typeof inWords>[0] };
      if (!controller.signal.aborted) setError(described ? inWords(described).message : describeError(problem).message);
    }
    setSent(null);
  };
  const close = () => {
    ending.current?.abort();
    onClose();
  };
  return (
    <Dialog title={t("title")} description={t("text")} isOpen onClose={close}>
      <div className="grid gap-5">
        <input
          ref={fileInput}
          type="file"
          accept=".zip,application/zip"
          aria-label={t("file")}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            void send(target.files?.[0]);
            target.value = "";
          }}
        />
        {sent !== null && <ProgressBar label={t("sending")} value={sent} />}
        {job && <JobProgress job={job} label={t("progress")} />}
        {job?.state === "COMPLETED" && (
          <p role="status" className="text-sm">
            {t("imported", { added: job.done - job.skipped, skipped: job.skipped })}
          </p>
        )}
        {error && (
          <p role="alert" className="break-words text-danger text-sm">
            {error}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {sent !== null && (
            <Button look="quiet" onClick={() => ending.current?.abort()}>
              {t("cancel")}
            </Button>
          )}
          {made ? (
            <Link
              href={`/boards/${made.boardId}`}
              className="inline-flex h-10 pointer-coarse:h-11 items-center rounded-full bg-accent px-5 font-medium text-on-accent text-sm"
            >
              {t("open")}
            </Link>
          ) : (
            sent === null && <Button onClick={() => fileInput.current?.click()}>{t("choose")}</Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
