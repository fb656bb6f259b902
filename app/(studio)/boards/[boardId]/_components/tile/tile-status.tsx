import type { BoardGeneration } from "@boards/client";
import { AlertTriangle, Ban, Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { wordsOf } from "./describe-generation";

const phases = ["queued", "initializing", "processing", "finalizing", "needs_review"] as const;

interface TileStatusProps {
  generation: BoardGeneration;
  tabIndex: 0 | -1;
}

const small = "rounded-full border bg-surface px-3.5 py-1.5 text-sm font-medium hover:bg-sunken";

/** A tile that holds no artifact yet, or never will: how far it is, or why not. */
export function TileStatus({ generation, tabIndex }: TileStatusProps) {
  const { mayGenerate, cancel, retry } = useBoardActions();
  const t = useTranslations("studio.tile");
  const { status, generatorTitle: title, progress, progressMessage, errorMessage, downloadUrl } = generation;
  const words = wordsOf(generation);
  if (status === "FAILED" || status === "CANCELLED") {
    const isFailure = status === "FAILED";
    return (
      <div className="flex size-full flex-col justify-between p-4">
        <div>
          <p className={`flex items-center gap-2 font-medium text-sm ${isFailure ? "text-danger" : "text-muted"}`}>
            {isFailure ? <AlertTriangle size={16} /> : <Ban size={16} />}
            {isFailure ? t("failed", { title }) : t("cancelled")}
          </p>
          <p className="mt-2 line-clamp-4 text-muted text-sm">{isFailure ? errorMessage : (words ?? title)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {downloadUrl && (
            <a href={downloadUrl} download tabIndex={tabIndex} className={`${small} inline-flex items-center gap-1.5`}>
              <Download size={14} /> {t("downloadFile")}
            </a>
          )}
          {mayGenerate && !generation.isUpload && (
            <button type="button" className={small} tabIndex={tabIndex} onClick={() => retry(generation.id)}>
              {t("retry")}
            </button>
          )}
        </div>
      </div>
    );
  }
  const percent = Math.round(progress);
  const phase = phases.find((each) => each === generation.phase) ?? "processing";
  return (
    <div className="relative flex size-full flex-col justify-between overflow-hidden bg-sunken p-4">
      <div
        className="absolute inset-0 origin-left bg-accent/15 transition-transform duration-300"
        style={{ transform: `scaleX(${progress / 100})` }}
      />
      <p className="relative line-clamp-3 pr-10 font-serif text-lg leading-tight">{words ?? title}</p>
      <div className="relative">
        <div
          role="progressbar"
          aria-label={t("progress", { title, phase: t(`phases.${phase}`) })}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          className="flex items-end justify-between gap-3"
        >
          <span className="min-w-0">
            <span className="block font-medium text-sm">{t(`phases.${phase}`)}</span>
            <span className="line-clamp-3 text-muted text-xs">{progressMessage ?? (words ? title : "")}</span>
          </span>
          {phase !== "needs_review" && <span className="font-serif text-3xl tabular-nums leading-none">{t("percent", { percent })}</span>}
        </div>
        {mayGenerate && (
          <button type="button" className={`${small} mt-3`} tabIndex={tabIndex} onClick={() => cancel(generation.id)}>
            {t("cancel")}
          </button>
        )}
      </div>
    </div>
  );
}
