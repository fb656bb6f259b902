"use client";

import { useGenerations } from "@boards/client";
import clsx from "clsx";
import { Maximize, Pause, Play, ZoomIn, ZoomOut } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { tileOf } from "@/app/_components/tile-of";
import { DialogClose, DialogFrame, DialogTitle } from "@/lib/ui/dialog";
import { IconButton } from "@/lib/ui/icon-button";
import { Segments } from "@/lib/ui/segments";
import { useTileName } from "../tile/describe-generation";
import { ComparedMedia, comparedName } from "./compared-media";
import { DifferenceTable } from "./difference-table";
import { SlidPair } from "./slid-pair";
import { useSyncedZoom } from "./use-synced-zoom";

const columns = [
  "",
  "",
  "grid-cols-1 grid-rows-2 landscape:grid-cols-2 landscape:grid-rows-1",
  "grid-cols-1 grid-rows-3 landscape:grid-cols-3 landscape:grid-rows-1",
  "grid-cols-2 grid-rows-2",
];

/** Two to four results beside each other, two also one over the other, at one zoom; and what differs in how they were made. */
export function CompareDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const t = useTranslations("studio.compare");
  const nameOf = useTileName();
  const found = useGenerations(ids);
  const { zoom, area, handlers, onKeyDown, zoomBy, reset } = useSyncedZoom();
  const [way, setWay] = useState<"side" | "slider">("side");
  const [isPlaying, setIsPlaying] = useState(false);
  const generations = ids.flatMap((id) => found.get(id) ?? []);
  const [first, second] = generations;
  const hasVideo = generations.some(({ artifactType }) => artifactType === "VIDEO");
  const play = () => {
    setIsPlaying(!isPlaying);
    // All from the same moment.
    for (const video of area.current?.querySelectorAll<HTMLVideoElement>("[data-compared]") ?? []) {
      if (isPlaying) video.pause();
      else void video.play().catch(() => setIsPlaying(false));
    }
  };
  return (
    <DialogFrame
      isOpen
      onClose={onClose}
      onKeyDown={onKeyDown}
      returnTo={() => tileOf(ids[0] ?? "")}
      overlayClassName="z-30 bg-black/70"
      className="inset-0 z-30 flex flex-col overflow-hidden sm:inset-4 sm:rounded-3xl sm:border"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2 pr-2 pl-5">
        <DialogTitle className="grow text-2xl">{t("title")}</DialogTitle>
        {ids.length === 2 && (
          <Segments
            id="compare-way"
            label={t("way")}
            value={way}
            options={[
              { value: "side", text: t("sideBySide") },
              { value: "slider", text: t("slider") },
            ]}
            onChange={setWay}
          />
        )}
        <div className="ml-auto flex">
          {hasVideo && (
            <IconButton label={t(isPlaying ? "pause" : "play")} onClick={play}>
              {isPlaying ? <Pause size={18} /> : <Play size={18} />}
            </IconButton>
          )}
          <IconButton label={t("zoomOut")} onClick={() => zoomBy(1 / 1.5)}>
            <ZoomOut size={18} />
          </IconButton>
          <IconButton label={t("zoomIn")} onClick={() => zoomBy(1.5)}>
            <ZoomIn size={18} />
          </IconButton>
          <IconButton label={t("fit")} onClick={reset}>
            <Maximize size={18} />
          </IconButton>
          <DialogClose />
        </div>
      </div>
      <div ref={area} {...handlers} className={clsx("grid min-h-0 grow touch-none gap-px bg-line", way === "side" && columns[ids.length])}>
        {way === "slider" && first && second ? (
          <SlidPair one={first} other={second} zoom={zoom} />
        ) : (
          ids.map((id) => {
            const generation = found.get(id);
            return (
              <figure key={id} data-pane className="relative cursor-grab overflow-hidden bg-sunken active:cursor-grabbing">
                {generation && <ComparedMedia generation={generation} name={nameOf(generation)} zoom={zoom} />}
                {generation === null && <p className="grid h-full place-items-center p-4 text-muted text-sm">{t("gone")}</p>}
                {generation && (
                  <figcaption className={clsx(comparedName, "pointer-events-none absolute top-2 left-2 max-w-[calc(100%-1rem)]")}>
                    {nameOf(generation)}
                  </figcaption>
                )}
              </figure>
            );
          })
        )}
      </div>
      {generations.length > 1 && <DifferenceTable generations={generations} />}
    </DialogFrame>
  );
}
