import type { BoardGeneration } from "@boards/client";
import { useTranslations } from "use-intl";
import { ProgressBar } from "@/lib/ui/progress-bar";
import { useIsCanceling } from "../board-actions";
import { useDollars } from "../describe-cost";
import { clock } from "../media/clock";
import { useFactsWhileRunning } from "./running-facts";
import { useNow } from "./use-now";

const phases = ["queued", "initializing", "processing", "finalizing", "needs_review"] as const;

/** How far a generation is: phase and percentage, its place in the queue or how long it has taken of how long it usually takes, and its price. */
export function RunningStatus({ generation }: { generation: BoardGeneration }) {
  const t = useTranslations("studio.running");
  const dollars = useDollars();
  const facts = useFactsWhileRunning(generation.id);
  const now = useNow();
  const isCanceling = useIsCanceling(generation.id);
  const { status, progress, progressMessage, startedAt, generatorTitle: title, isUpload } = generation;
  const percent = Math.round(progress);
  const phase = phases.find((each) => each === generation.phase) ?? "processing";
  const isWaiting = status === "PENDING";
  const doing = isCanceling ? t("canceling") : isUpload && !isWaiting ? t("checking") : t(`phases.${phase}`);
  const elapsed = startedAt ? (now - new Date(startedAt).getTime()) / 1000 : null;
  const expected = facts?.expectedSeconds ?? null;
  const { queuePosition = null, estimatedCostUsd = null } = facts ?? {};
  const details = [
    isWaiting && queuePosition !== null && t("ahead", { count: queuePosition }),
    !isWaiting && elapsed !== null && (expected === null ? clock(elapsed) : t("elapsed", { elapsed: clock(elapsed), expected: clock(expected) })),
    isWaiting && expected !== null && t("takes", { expected: clock(expected) }),
    estimatedCostUsd !== null && estimatedCostUsd > 0 && dollars(estimatedCostUsd),
  ].filter(Boolean);
  return (
    <div className="min-w-0">
      <div className="flex items-end justify-between gap-3">
        <span className="min-w-0">
          <span className="block font-medium text-sm">{doing}</span>
          {progressMessage && !isWaiting && <span className="block truncate text-muted text-xs">{progressMessage}</span>}
          {details.length > 0 && <span className="block text-muted text-xs tabular-nums">{details.join(" · ")}</span>}
        </span>
        {!isWaiting && !isUpload && phase !== "needs_review" && (
          <span aria-hidden="true" className="shrink-0 font-serif text-3xl tabular-nums leading-none">
            {t("percent", { percent })}
          </span>
        )}
      </div>
      <ProgressBar label={t("progress", { title, phase: doing })} value={percent} max={100} className="mt-2" />
    </div>
  );
}
