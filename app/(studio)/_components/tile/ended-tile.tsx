import type { BoardGeneration } from "@boards/client";
import { AlertTriangle, Ban } from "lucide-react";
import { useTranslations } from "use-intl";
import { wordsOf } from "@/app/_components/words-of";
import { useBoardActions } from "../board-actions";
import { besideSelect } from "./beside-select";
import { useTileName } from "./describe-generation";
import { EndedActions } from "./ended-actions";
import { OpenButton } from "./open-button";

/** What failed or was canceled: what was asked for, what happened, and what to do about it. */
export function EndedTile({ generation, tabIndex }: { generation: BoardGeneration; tabIndex: 0 | -1 }) {
  const t = useTranslations("studio.tile");
  const { view } = useBoardActions();
  const name = useTileName()(generation);
  const { id, status, errorMessage, generatorTitle: title } = generation;
  const isFailure = status === "FAILED";
  return (
    <div className="flex size-full flex-col justify-between gap-2 overflow-hidden bg-surface p-4">
      <OpenButton tabIndex={tabIndex} onOpen={() => view(id)} name={name}>
        {/* Fades where a small tile has no room for all of it. */}
        <span className="flex min-h-0 max-w-full grow flex-col items-start overflow-hidden [mask-image:linear-gradient(#000_calc(100%-1rem),transparent)]">
          <span className={`flex max-w-full items-center gap-2 font-medium text-sm ${besideSelect.row} ${isFailure ? "text-danger" : "text-muted"}`}>
            {isFailure ? <AlertTriangle size={16} className="shrink-0" /> : <Ban size={16} className="shrink-0" />}
            <span className="truncate">{isFailure ? t("failed", { title }) : t("cancelled")}</span>
          </span>
          {isFailure && errorMessage && <span className="mt-1.5 line-clamp-3 shrink-0 break-words text-sm">{errorMessage}</span>}
          <span className="mt-1.5 line-clamp-2 break-words font-serif text-muted leading-tight">{wordsOf(generation) ?? title}</span>
        </span>
      </OpenButton>
      <EndedActions generation={generation} tabIndex={tabIndex} />
    </div>
  );
}
