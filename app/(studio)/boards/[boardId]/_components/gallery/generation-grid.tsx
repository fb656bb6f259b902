"use client";

import type { BoardGeneration } from "@boards/client";
import { useTranslations } from "use-intl";
import { GenerationTile } from "../tile/generation-tile";

interface GenerationGridProps {
  boardId: string;
  generations: BoardGeneration[];
  isLoading: boolean;
  mayGenerate: boolean;
  onView: (id: string) => void;
  onUse: (generation: BoardGeneration) => void;
  onReuse: (generation: BoardGeneration) => void;
}

/** Justified rows: every tile keeps its own shape, newest first. */
export function GenerationGrid({ generations, isLoading, ...rest }: GenerationGridProps) {
  const t = useTranslations("studio.grid");
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
        <GenerationTile key={generation.id} generation={generation} {...rest} />
      ))}
    </ul>
  );
}
