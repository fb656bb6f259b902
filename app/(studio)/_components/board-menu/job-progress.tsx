import type { BulkJobFacts } from "@boards/client";
import { useTranslations } from "use-intl";
import { ProgressBar } from "@/lib/ui/progress-bar";

/** How far a bulk job is, or why it failed. */
export function JobProgress({ job, label }: { job: Pick<BulkJobFacts, "state" | "total" | "done" | "errorMessage">; label: string }) {
  const t = useTranslations("studio.jobProgress");
  const { state, total, done, errorMessage } = job;
  if (state === "FAILED")
    return (
      <p role="alert" className="text-danger text-sm">
        {errorMessage}
      </p>
    );
  if (state === "CANCELLED") return <p className="text-muted text-sm">{t("cancelled")}</p>;
  if (state !== "RUNNING") return null;
  return (
    <div className="grid gap-2">
      <ProgressBar label={label} {...(total ? { value: done, max: total } : {})} />
      <p className="text-muted text-sm tabular-nums">{total === null || total === undefined ? t("starting") : t("done", { done, total })}</p>
    </div>
  );
}
