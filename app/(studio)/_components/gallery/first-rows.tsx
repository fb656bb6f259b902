"use client";

import type { OpeningDay } from "@boards/client/page-questions";
import { type CSSProperties, useContext } from "react";
import { useTranslations } from "use-intl";
import { placeholderColor } from "../tile/placeholder";
import { previewSource, shownWidth } from "../tile/source-set";
import { dateOf } from "./gallery-day";
import { GalleryLoading } from "./gallery-states";
import { openShare, rowHeights, shownRatio, usualRowHeight } from "./layout/justify-rows";
import { dayHeaderHeight } from "./layout/layout-gallery";
import { FirstLook } from "./stored-look";
import { tileSizes } from "./tile-sizes";

/** So many images are asked for at once: about as many as a large screen shows. */
const mostUrgent = 16;
const wideScreen = "(min-width: 592px)";

/**
 * The first tiles of a gallery, as the server sends them with the page: laid out by CSS alone, where `layoutGallery` will put them once scripts run and
 * know the width. Only to be looked at.
 */
export function FirstRows({ days }: { days: readonly OpeningDay[] }) {
  const t = useTranslations("studio.gallery");
  const look = useContext(FirstLook);
  if (look.layout !== "justified" || look.isGrouped) return <GalleryLoading />;
  const [narrow, wide] = [look.tileSize ?? tileSizes.narrow, look.tileSize ?? tileSizes.wide];
  const heights = {
    "--least-narrow": `${rowHeights(narrow).least}px`,
    "--most-narrow": `${rowHeights(narrow).most}px`,
    "--least-wide": `${rowHeights(wide).least}px`,
    "--most-wide": `${rowHeights(wide).most}px`,
  };
  const urgent = new Set(days.flatMap(({ tiles }) => tiles.map(({ id }) => id)).slice(0, mostUrgent));
  return (
    <div role="status" aria-label={t("loading")} className="@container" style={heights as CSSProperties}>
      {days.map(({ day, tiles }) => (
        <div key={day} aria-hidden className="mt-3 first:mt-0">
          <div className="flex items-end gap-2 pb-2.5" style={{ height: dayHeaderHeight }}>
            {look.timeZone && <span className="font-serif text-xl leading-none">{t("day", { day: dateOf(day) })}</span>}
          </div>
          <div className="flex flex-wrap items-start gap-x-2 [--least:var(--least-narrow)] [--most:var(--most-narrow)] @min-[560px]:[--least:var(--least-wide)] @min-[560px]:[--most:var(--most-wide)]">
            {tiles.map(({ id, placeholder, ratio: given, ...previews }) => {
              const ratio = shownRatio(given);
              // What is guessed too small is loaded twice.
              const narrowWidth = shownWidth({ width: 0, height: usualRowHeight(narrow, "narrow") }, given);
              const wideWidth = shownWidth({ width: 0, height: usualRowHeight(wide, "wide") }, given);
              const isUrgent = urgent.has(id);
              return (
                <figure
                  key={id}
                  // The line lies on the image, which so is a little larger than the gallery's: browsers tell of an image that grows as of a new one.
                  className="mb-2 min-w-0 overflow-hidden rounded-2xl bg-surface outline-1 outline-line -outline-offset-1"
                  style={{
                    aspectRatio: ratio,
                    flex: `${ratio * 100} 1 calc(${ratio} * var(--least))`,
                    maxWidth: `min(100%, calc(${ratio} * var(--most)))`,
                    backgroundColor: placeholderColor(placeholder),
                  }}
                >
                  {(previews.small || previews.medium) && (
                    <img
                      {...previewSource(previews)}
                      sizes={`${wideScreen} ${wideWidth}px, min(100vw - 2rem, ${narrowWidth}px)`}
                      alt=""
                      loading={isUrgent ? "eager" : "lazy"}
                      fetchPriority={isUrgent ? "high" : "auto"}
                      decoding="async"
                      className="size-full object-cover"
                    />
                  )}
                </figure>
              );
            })}
            {/* Leaves the last row as it is; where too little is free for it, it goes below, and the row is filled. */}
            <span className="h-0" style={{ flex: `1000000000 0 ${openShare * 100}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}
