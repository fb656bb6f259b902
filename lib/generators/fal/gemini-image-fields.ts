import { limitGenerations, numImages, outputFormat, syncMode } from "../model-fields";

/** What the models of this family have in common. */
export const geminiImageFields = {
  num_images: numImages(4),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  sync_mode: syncMode(),
  limit_generations: limitGenerations(false),
};
