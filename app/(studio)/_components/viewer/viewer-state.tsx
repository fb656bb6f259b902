import { AlertTriangle, Ban } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { useBoardActions, useIsCanceling } from "../board-actions";
import { isRunning } from "../tile/describe-generation";
import { EndedActions } from "../tile/ended-actions";
import { RunningStatus } from "../tile/running-status";
import type { ViewedGeneration } from "./viewer-media";

/** A generation that holds no artifact yet, or never will: how far it is, or what happened and what to do about it. */
export function ViewerState({ generation }: { generation: ViewedGeneration }) {
  const t = useTranslations("studio.viewer");
  const { mayGenerate, view, cancel } = useBoardActions();
  const { id, status, errorMessage } = generation;
  const isCanceling = useIsCanceling(id);
  if (isRunning(generation))
    return (
      <div className="grid w-[calc(100%-5.5rem)] max-w-md gap-5 rounded-2xl border bg-surface p-5 sm:p-6">
        <RunningStatus generation={generation} />
        {mayGenerate && (
          <Button look="quiet" className="justify-self-start" aria-disabled={isCanceling} onClick={() => cancel(id)}>
            {t("cancel")}
          </Button>
        )}
      </div>
    );
  const isFailure = status === "FAILED";
  return (
    <div className="grid w-[calc(100%-5.5rem)] max-w-md gap-4 rounded-2xl border bg-surface p-5 sm:p-6">
      <p className={`flex items-center gap-2 font-medium ${isFailure ? "text-danger" : "text-muted"}`}>
        {isFailure ? <AlertTriangle size={18} /> : <Ban size={18} />}
        {isFailure ? t("failed") : t("cancelled")}
      </p>
      {isFailure && errorMessage && <p className="text-pretty">{errorMessage}</p>}
      <EndedActions generation={generation} onChosen={() => view(null)} />
    </div>
  );
}
