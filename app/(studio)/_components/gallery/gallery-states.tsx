"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";

/** What stands in place of the gallery while it loads. */
export function GalleryLoading() {
  const t = useTranslations("studio.gallery");
  return (
    <div role="status" aria-label={t("loading")} className="mt-12 flex flex-wrap gap-2">
      {[1.3, 0.8, 1.6, 1, 1.2, 0.7, 1.5].map((ratio) => (
        <div key={ratio} className="h-56 animate-shimmer rounded-2xl bg-loading" style={{ flexGrow: ratio, flexBasis: `${ratio * 14}rem` }} />
      ))}
    </div>
  );
}

/** What stands there when it cannot be loaded, while that is tried again. */
export function GalleryError() {
  const t = useTranslations("studio.gallery");
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-center gap-3 py-16 text-center">
      <p className="font-serif text-3xl">{t("failedTitle")}</p>
      <p className="text-balance text-muted">{t("failedText")}</p>
    </div>
  );
}

interface GalleryEmptyProps {
  /** Whether all boards are looked through. */
  isOfAll: boolean;
  isFiltered: boolean;
  /** Whether the viewer can put something there. */
  mayGenerate: boolean;
  onClearFilter: () => void;
}

/** What stands there when the board, or what the filter leaves of it, holds nothing. */
export function GalleryEmpty({ isOfAll, isFiltered, mayGenerate, onClearFilter }: GalleryEmptyProps) {
  const t = useTranslations("studio.gallery");
  const emptyText = t(isOfAll ? "emptyOfAllText" : mayGenerate ? "emptyText" : "emptyToViewersText");
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-3 px-4 py-16 text-center sm:py-24">
      <p className="font-serif text-4xl">{isFiltered ? t("noneTitle") : t(isOfAll ? "emptyOfAllTitle" : "emptyTitle")}</p>
      <p className="text-balance text-muted">{isFiltered ? t(isOfAll ? "noneOfAllText" : "noneText") : emptyText}</p>
      {isFiltered && (
        <Button look="quiet" onClick={onClearFilter}>
          {t("clearFilter")}
        </Button>
      )}
    </div>
  );
}
