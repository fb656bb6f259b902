import { limitGenerations, modelSeed, numImages, outputFormat, safetyTolerance, syncMode } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const geminiImageFields = {
  num_images: numImages(4),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  sync_mode: syncMode(),
  safety_tolerance: safetyTolerance(6, "4"),
  seed: modelSeed(),
  limit_generations: limitGenerations(false),
};
