import type { BoardGeneration } from "@boards/client";
import { type CSSProperties, useState } from "react";
import { useTranslations } from "use-intl";
import { useTileName } from "../tile/describe-generation";
import { ComparedMedia, comparedName } from "./compared-media";
import type { Zoom } from "./zoom";

/** One result over another, parted by a line that can be moved. */
export function SlidPair({ one, other, zoom }: { one: BoardGeneration; other: BoardGeneration; zoom: Zoom }) {
  const t = useTranslations("studio.compare");
  const nameOf = useTileName();
  const [share, setShare] = useState(50);
  return (
    <div className="relative overflow-hidden bg-sunken" style={{ "--share": `${share}%` } as CSSProperties}>
      <div data-pane className="absolute inset-0 cursor-grab active:cursor-grabbing">
        <div className="absolute inset-0">
          <ComparedMedia generation={other} name={t("right", { name: nameOf(other) })} zoom={zoom} />
        </div>
        <div className="absolute inset-0 bg-sunken [clip-path:inset(0_calc(100%-var(--share))_0_0)]">
          <ComparedMedia generation={one} name={t("left", { name: nameOf(one) })} zoom={zoom} />
        </div>
      </div>
      {/* The media bear these names for screen readers. */}
      <p aria-hidden className="pointer-events-none absolute inset-x-2 top-2 flex items-start justify-between gap-2">
        {[one, other].map((each) => (
          <span key={each.id} className={`${comparedName} max-w-[calc(50%-0.5rem)]`}>
            {nameOf(each)}
          </span>
        ))}
      </p>
      <span
        aria-hidden
        className="-translate-x-1/2 pointer-events-none absolute inset-y-0 left-(--share) w-0.5 bg-white shadow-[0_0_6px_rgb(0_0_0/0.6)]"
      />
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={share}
        aria-label={t("part")}
        aria-valuetext={t("shares", { share, left: nameOf(one), right: nameOf(other) })}
        onChange={({ target }) => setShare(Number(target.value))}
        className="absolute inset-x-0 bottom-3 mx-auto h-11 w-[calc(100%-2rem)] accent-(--accent)"
      />
    </div>
  );
}
