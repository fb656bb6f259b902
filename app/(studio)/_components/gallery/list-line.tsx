"use client";

import type { BoardGeneration } from "@boards/client";
import { MoreHorizontal } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { wordsOf } from "../tile/describe-generation";
import { Thumbnail } from "../tile/thumbnail";

/** A result as one line of the list: its preview, what it is about, what made it, its size and when. */
export function ListLine({ generation, name }: { generation: BoardGeneration; name: string }) {
  const t = useTranslations("studio.gallery");
  const kinds = useTranslations("app.artifactKind");
  const format = useFormatter();
  const { view, openMenu } = useBoardActions();
  const { id, status, width, height, createdAt, generatorTitle, artifactType, progress } = generation;
  const isComplete = status === "COMPLETED";
  return (
    <div className="flex size-full items-center gap-3 overflow-hidden rounded-2xl border bg-surface pr-2 pl-3 sm:gap-4">
      <span className="size-13 shrink-0 overflow-hidden rounded-xl bg-sunken">
        <Thumbnail generation={generation} />
      </span>
      <button type="button" tabIndex={-1} onClick={() => view(id)} className="min-w-0 grow self-stretch text-left">
        <span className="sr-only">{t("openNamed", { name })}</span>
        <span className="line-clamp-1 font-medium text-sm">{wordsOf(generation) ?? kinds(artifactType)}</span>
        <span className="line-clamp-1 text-muted text-xs">
          {generatorTitle}
          {isComplete ? width && height && ` · ${t("pixels", { width, height })}` : ` · ${t(`states.${status}`, { percent: Math.round(progress) })}`}
        </span>
      </button>
      <time dateTime={createdAt} className="hidden shrink-0 text-muted text-xs tabular-nums sm:block">
        {format.dateTime(new Date(createdAt), "time")}
      </time>
      <button
        type="button"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t("actionsNamed", { name })}
        onClick={({ currentTarget }) => openMenu(generation, currentTarget)}
        className="grid size-9 shrink-0 place-items-center rounded-full pointer-coarse:size-11 hover:bg-ink/10"
      >
        <MoreHorizontal size={16} />
      </button>
    </div>
  );
}
