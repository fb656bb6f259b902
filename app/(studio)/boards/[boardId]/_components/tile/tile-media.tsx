"use client";

import type { BoardGeneration } from "@boards/client";
import { Box, ImageOff, Layers, Music, Play } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { ImageTile } from "./image-tile";

interface TileMediaProps {
  generation: BoardGeneration;
  box: { width: number; height: number };
  name: string;
  /** Whether the pointer or the focus is on it. */
  isActive: boolean;
  tabIndex: 0 | -1;
}

interface OpenProps extends TileMediaProps {
  onOpen: () => void;
}

/** The finished artifact in its tile. */
export function TileMedia(given: TileMediaProps) {
  const { view } = useBoardActions();
  const props = { ...given, onOpen: () => view(given.generation.id) };
  const { artifactType, medium } = props.generation;
  if ((artifactType === "IMAGE" || artifactType === "VIDEO") && !medium) return <NoPreviewTile {...props} />;
  if (artifactType === "VIDEO") return <VideoTile {...props} />;
  if (artifactType === "AUDIO") return <AudioTile {...props} />;
  if (artifactType === "TEXT") return <TextTile {...props} />;
  if (artifactType === "MODEL" || artifactType === "LORA") return <FileTile {...props} />;
  return <ImageTile {...props} />;
}

/** What a browser does not show by itself: its kind and its name. */
function FileTile({ generation, name, onOpen, tabIndex }: OpenProps) {
  const t = useTranslations("studio.tile");
  const isModel = generation.artifactType === "MODEL";
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={t("openNamed", { name })}
      className="flex size-full flex-col justify-between bg-linear-to-br from-accent/20 via-surface to-sunken p-5 text-left"
    >
      <span className="grid size-10 place-items-center rounded-full bg-accent text-on-accent">
        {isModel ? <Box size={18} /> : <Layers size={18} />}
      </span>
      <span>
        <span className="line-clamp-3 font-serif text-xl leading-tight">{name.split(": ").slice(1).join(": ") || name}</span>
        <span className="mt-1 block text-muted text-xs">{isModel ? t("model") : t("lora")}</span>
      </span>
    </button>
  );
}

/** An image or a video of which no preview could be made, and why. */
function NoPreviewTile({ generation, name, onOpen, tabIndex }: OpenProps) {
  const t = useTranslations("studio.tile");
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={t("openNamed", { name })}
      className="flex size-full flex-col justify-between bg-sunken p-5 text-left"
    >
      <ImageOff size={24} className="text-muted" />
      <span className="line-clamp-5 text-muted text-sm">{generation.fileNote ?? t("noPreview")}</span>
    </button>
  );
}

const filling = "size-full object-cover";

function VideoTile({ generation, name, onOpen, tabIndex }: OpenProps) {
  const t = useTranslations("studio.tile");
  const video = useRef<HTMLVideoElement>(null);
  // A play that the pause overtakes is rejected, which is fine.
  const play = () => void video.current?.play().catch(() => undefined);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={t("openNamed", { name })}
      onMouseEnter={play}
      onFocus={play}
      onMouseLeave={() => video.current?.pause()}
      onBlur={() => video.current?.pause()}
      className="relative block size-full"
    >
      <video
        ref={video}
        src={generation.storageUrl ?? undefined}
        poster={generation.medium ?? undefined}
        muted
        loop
        playsInline
        preload="none"
        className={filling}
      />
      <span className="absolute bottom-2 left-2 flex items-center gap-1 rounded-full bg-black/65 px-2 py-1 text-white text-xs tabular-nums">
        <Play size={11} fill="currentColor" /> {generation.durationSeconds ? t("seconds", { seconds: generation.durationSeconds }) : t("video")}
      </span>
    </button>
  );
}

function AudioTile({ generation, name, onOpen, tabIndex }: OpenProps) {
  const t = useTranslations("studio.tile");
  return (
    <div className="flex size-full flex-col justify-between bg-linear-to-br from-accent/25 via-surface to-sunken p-4">
      <button type="button" tabIndex={tabIndex} onClick={onOpen} aria-label={t("openNamed", { name })} className="flex items-start gap-3 text-left">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
          <Music size={18} />
        </span>
        <span className="line-clamp-3 pr-16 font-serif text-xl leading-tight">{name.split(": ").slice(1).join(": ")}</span>
      </button>
      {/* biome-ignore lint/a11y/useMediaCaption: what a generator plays has no words to caption */}
      <audio controls preload="none" src={generation.storageUrl ?? undefined} aria-label={t("play", { name })} className="h-10 w-full" />
    </div>
  );
}

function TextTile({ generation, name, onOpen, tabIndex }: OpenProps) {
  const t = useTranslations("studio.tile");
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={t("openNamed", { name })}
      className="flex size-full items-start overflow-hidden p-5 text-left"
    >
      <span className="line-clamp-[7] whitespace-pre-wrap font-serif text-lg leading-snug">{generation.textContent}</span>
    </button>
  );
}
