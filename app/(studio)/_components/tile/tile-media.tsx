"use client";

import type { BoardGeneration } from "@boards/client";
import { ImageOff } from "lucide-react";
import type { ComponentType } from "react";
import { useTranslations } from "use-intl";
import { useBoardActions } from "../board-actions";
import { AudioTile } from "./audio-tile";
import { ImageTile } from "./image-tile";
import { LoraTile } from "./lora-tile";
import { ModelTile } from "./model-tile";
import { OpenButton } from "./open-button";
import { TextTile } from "./text-tile";
import type { TileProps } from "./tile-props";
import { VideoTile } from "./video-tile";

const tiles: Record<BoardGeneration["artifactType"], ComponentType<TileProps>> = {
  IMAGE: ImageTile,
  VIDEO: VideoTile,
  AUDIO: AudioTile,
  TEXT: TextTile,
  LORA: LoraTile,
  MODEL: ModelTile,
};

/** The finished artifact in its tile. */
export function TileMedia(props: Omit<TileProps, "onOpen">) {
  const { view } = useBoardActions();
  const { artifactType, small, medium, id } = props.generation;
  const needsPreview = artifactType === "IMAGE" || artifactType === "VIDEO";
  const Tile = needsPreview && !small && !medium ? NoPreviewTile : tiles[artifactType];
  return <Tile {...props} onOpen={() => view(id)} />;
}

/** An image or a video of which no preview could be made, and why. */
function NoPreviewTile({ generation, name, tabIndex, onOpen }: TileProps) {
  const t = useTranslations("studio.tile");
  return (
    <OpenButton tabIndex={tabIndex} onOpen={onOpen} name={name} className="flex size-full flex-col justify-between bg-sunken p-5 text-left">
      <ImageOff size={24} className="text-muted" />
      <span className="line-clamp-5 text-muted text-sm">{generation.fileNote ?? t("noPreview")}</span>
    </OpenButton>
  );
}
