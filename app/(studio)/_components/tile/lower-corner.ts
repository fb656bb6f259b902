import type { BoardGeneration } from "@boards/client";

type Corner = Partial<Record<BoardGeneration["artifactType"], string>>;

/** What stands in the lower corners of a tile by itself: a player, a button that turns a model, a video's length. */
const raised: Record<"left" | "right", Corner> = {
  left: { AUDIO: "bottom-16", MODEL: "bottom-16", VIDEO: "bottom-10" },
  right: { AUDIO: "bottom-16", MODEL: "bottom-16" },
};

/** How high a badge stands in a lower corner of a tile: above what is there already. */
export const lowerCorner = (side: "left" | "right", artifactType: BoardGeneration["artifactType"]): string =>
  raised[side][artifactType] ?? (side === "left" ? "bottom-2" : "bottom-3");
