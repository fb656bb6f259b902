import {
  limitGenerations,
  modelSeed,
  numImages,
  outputFormat,
  resolution,
  safetyTolerance,
  syncMode,
  webSearch,
} from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const nanoBananaProFields = {
  num_images: numImages(4),
  resolution: resolution(["1K", "2K", "4K"], "1K"),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  safety_tolerance: safetyTolerance(6, "4"),
  seed: modelSeed(),
  enable_web_search: webSearch(),
  limit_generations: limitGenerations(false),
  sync_mode: syncMode(),
};

/** $0.15 an image, twice that in 4K, and the search. */
export const nanoBananaProUsd = (inputs: { num_images: number; resolution: "1K" | "2K" | "4K"; enable_web_search: boolean }) =>
  (inputs.resolution === "4K" ? 0.3 : 0.15) * inputs.num_images + (inputs.enable_web_search ? 0.015 : 0);
