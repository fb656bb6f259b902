"use client";

import type { BoardGeneration } from "@boards/client";
import { MoreHorizontal, Star } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { wordsOf } from "@/app/_components/words-of";
import { useBoardActions } from "../board-actions";
import { Thumbnail } from "../tile/thumbnail";

/** A result as one line of the list: its preview, what it is about, what made it, its size and when. */
export function ListLine({ generation, name }: { generation: BoardGeneration; name: string }) {
  const t = useTranslations("studio.gallery");
  const c = useTranslations("studio.curation");
  const kinds = useTranslations("app.artifactKind");
  const format = useFormatter();
  const { view, openMenu } = useBoardActions();
  const { id, status, width, height, createdAt, generatorTitle, artifactType, progress, isStarred, rating } = generation;
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
      {(rating || isStarred) && (
        // Said by the name of the cell.
        <span aria-hidden className="flex shrink-0 items-center gap-1.5 text-muted text-xs tabular-nums">
          {rating && c("ratingShort", { rating })}
          <Star size={13} className={isStarred ? "fill-accent text-accent" : "fill-current"} />
        </span>
      )}
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
