import type { BoardGeneration } from "@boards/client";
import { useTranslations } from "use-intl";
import { wordsOf } from "@/app/_components/words-of";
import { useBoardActions, useIsCanceling } from "../board-actions";
import { besideSelect } from "./beside-select";
import { useTileName } from "./describe-generation";
import { OpenButton } from "./open-button";
import { RunningStatus } from "./running-status";
import { smallButton } from "./small-button";

/** What waits or is being made: what was asked for, how far it is, and how to stop it. */
export function RunningTile({ generation, tabIndex }: { generation: BoardGeneration; tabIndex: 0 | -1 }) {
  const t = useTranslations("studio.tile");
  const { mayGenerate, view, cancel } = useBoardActions();
  const name = useTileName()(generation);
  const { id, generatorTitle: title } = generation;
  const isCanceling = useIsCanceling(id);
  return (
    <div className="flex size-full flex-col justify-between gap-2 overflow-hidden bg-surface p-4">
      <OpenButton tabIndex={tabIndex} onOpen={() => view(id)} name={name}>
        <span className={`line-clamp-3 break-words font-serif text-lg leading-tight ${besideSelect.line}`}>{wordsOf(generation) ?? title}</span>
        <span className="mt-1 max-w-full truncate text-muted text-xs">{title}</span>
      </OpenButton>
      <RunningStatus generation={generation} />
      {mayGenerate && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={`${smallButton} self-start`}
          aria-disabled={isCanceling}
          onClick={() => cancel(id)}
          aria-label={t("cancelNamed", { name })}
        >
          {t("cancel")}
        </button>
      )}
    </div>
  );
}
