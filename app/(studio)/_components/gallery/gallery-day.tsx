"use client";

import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { dayHeaderHeight } from "./layout/layout-gallery";

/** A yyyy-mm-dd as a date to be formatted in UTC. */
export const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A section of the gallery in its place; with the header of the day that begins with it. */
export const GallerySectionFrame = memo(function GallerySectionFrame(props: {
  day: string;
  dayCount: number | null;
  y: number;
  children: ReactNode;
}) {
  const { day, dayCount, y, children } = props;
  const t = useTranslations("studio.gallery");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's parts cannot lie anywhere
    <div role="rowgroup" aria-label={t("day", { day: dateOf(day) })} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${y}px)` }}>
      {dayCount !== null && (
        // The group's label says it to screen readers: a grid holds rows alone.
        <div aria-hidden className="absolute inset-x-0 top-0 flex items-end gap-2 pb-2.5" style={{ height: dayHeaderHeight }}>
          <span className="font-serif text-xl leading-none">{t("day", { day: dateOf(day) })}</span>
          <span className="text-muted text-sm tabular-nums leading-none">{t("dayCount", { count: dayCount })}</span>
        </div>
      )}
      {children}
    </div>
  );
});
