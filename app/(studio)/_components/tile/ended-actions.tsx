import type { BoardGeneration } from "@boards/client";
import { Download, KeyRound, Pencil, RotateCcw, Shuffle } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { type NextStep, nextSteps } from "./next-steps";
import { smallButton } from "./small-button";

interface EndedActionsProps {
  generation: BoardGeneration;
  tabIndex?: 0 | -1;
  onChosen?: () => void;
}

/** What to do about a generation that failed or was canceled: change it, try it again, elsewhere, or add the key that it lacks. */
export function EndedActions({ generation, tabIndex = 0, onChosen }: EndedActionsProps) {
  const t = useTranslations("studio.ended");
  const { mayGenerate, keylessProvider, addKey, download, reuse, retry, otherProvider } = useBoardActions();
  const { id, isUpload, errorCode, storageUrl } = generation;
  const other = otherProvider(generation.generatorName);
  const keyless = keylessProvider(generation.generatorName);
  const choose = (step: () => void) => {
    // Closed first: it gives the focus back, and the step may move it on.
    onChosen?.();
    step();
  };
  const buttons: Record<NextStep, ReactNode> = {
    edit: (
      <button key="edit" type="button" tabIndex={tabIndex} className={smallButton} onClick={() => choose(() => reuse(generation))}>
        <Pencil size={14} /> {t("edit")}
      </button>
    ),
    retry: (
      <button key="retry" type="button" tabIndex={tabIndex} className={smallButton} onClick={() => choose(() => retry(id))}>
        <RotateCcw size={14} /> {t("retry")}
      </button>
    ),
    otherProvider: other && (
      <button
        key="other"
        type="button"
        tabIndex={tabIndex}
        className={smallButton}
        onClick={() => choose(() => reuse({ ...generation, generatorName: other.name, generatorTitle: other.title }))}
      >
        <Shuffle size={14} /> {t("otherProvider", { provider: other.providerTitle ?? other.title })}
      </button>
    ),
    addKey: keyless && addKey && (
      <button key="key" type="button" tabIndex={tabIndex} className={smallButton} onClick={() => choose(() => addKey(keyless))}>
        <KeyRound size={14} /> {t("addKey")}
      </button>
    ),
  };
  return (
    <div className="flex flex-wrap gap-1.5">
      {mayGenerate && !isUpload && nextSteps(errorCode, keyless !== null).map((step) => buttons[step])}
      {storageUrl && (
        <button type="button" tabIndex={tabIndex} className={smallButton} onClick={() => download(id)}>
          <Download size={14} /> {t("download")}
        </button>
      )}
    </div>
  );
}
