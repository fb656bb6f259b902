import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/lib/ui/toast";
import type { Change } from "./job-list";

const undoable = ["TRASH", "RESTORE", "MOVE", "STAR", "UNSTAR", "RATE", "TAG"];

/** Says how a change in the background ended, with what can be done then. A message bears the job's ID, by which it is taken away. */
export function useJobToasts(undo: (id: string) => void, resume: (id: string) => void): (job: Change) => void {
  const t = useTranslations("studio.curation");
  return useCallback(
    ({ id, kind, state, done, skipped, errorMessage, downloadUrl }: Change) => {
      if (state === "FAILED") toast.error(errorMessage ?? t("jobFailed"), { action: { label: t("resume"), onClick: () => resume(id) } });
      if (state !== "COMPLETED") return;
      const words = [t(`jobDone.${kind}`, { count: done - skipped }), skipped > 0 ? t("skipped", { count: skipped }) : ""].join(" ").trim();
      if (downloadUrl)
        toast.success(words, { duration: 10_000, action: { label: t("download"), onClick: () => window.location.assign(downloadUrl) } });
      else if (undoable.includes(kind)) toast.success(words, { id, duration: 10_000, action: { label: t("undo"), onClick: () => undo(id) } });
      else toast.success(words);
    },
    [t, undo, resume],
  );
}
