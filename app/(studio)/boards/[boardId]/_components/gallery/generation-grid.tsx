"use client";

import type { BoardGeneration } from "@boards/client";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { isRunning, ratioOf, useTileName } from "../tile/describe-generation";
import { GenerationTile } from "../tile/generation-tile";

interface GenerationGridProps {
  generations: BoardGeneration[];
  isLoading: boolean;
}

/** Justified rows: every tile keeps its own shape, newest first. */
export function GenerationGrid({ generations, isLoading }: GenerationGridProps) {
  const t = useTranslations("studio.grid");
  const nameOf = useTileName();
  const { mayGenerate, use, remove } = useBoardActions();
  const onKeyDown = (event: KeyboardEvent, generation: BoardGeneration) => {
    if (event.key === "Delete" && mayGenerate) remove(generation.id);
    if (event.key === "u" && generation.status === "COMPLETED" && mayGenerate) use(generation);
  };
  if (isLoading) {
    return (
      <div role="status" aria-label={t("loading")} className="flex flex-wrap gap-3">
        {[1.3, 0.8, 1.6, 1, 1.2].map((ratio) => (
          <div key={ratio} className="h-56 animate-shimmer rounded-2xl bg-sunken" style={{ flexGrow: ratio, flexBasis: `${ratio * 14}rem` }} />
        ))}
      </div>
    );
  }
  if (generations.length === 0) {
    return (
      <div className="mx-auto max-w-lg py-16 text-center sm:py-24">
        <p className="font-serif text-4xl">{t("emptyTitle")}</p>
        <p className="mt-3 text-balance text-muted">{t("emptyText")}</p>
      </div>
    );
  }
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-3 after:grow-[9999] after:content-['']">
      {generations.map((generation) => (
        <li
          key={generation.id}
          data-generation={generation.id}
          aria-label={nameOf(generation)}
          aria-busy={isRunning(generation)}
          onKeyDown={(event) => onKeyDown(event, generation)}
          className="h-44 animate-appear sm:h-60"
          style={{
            flexGrow: ratioOf(generation),
            flexBasis: `calc(var(--spacing) * 56 * ${ratioOf(generation)})`,
            maxWidth: `calc(var(--spacing) * 110 * ${ratioOf(generation)})`,
          }}
        >
          <GenerationTile generation={generation} box={{ width: 240 * ratioOf(generation), height: 240 }} />
        </li>
      ))}
    </ul>
  );
}
