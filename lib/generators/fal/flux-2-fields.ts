import { imageSize, modelSeed, numImages, outputFormat, promptFor, safetyChecker, syncMode } from "../model-fields";

/** What the models of this family have in common. */
export const flux2Fields = {
  prompt: promptFor("What the picture shows."),
  num_images: numImages(4),
  image_size: imageSize("landscape_4_3"),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  enable_safety_checker: safetyChecker(),
  seed: modelSeed(),
  sync_mode: syncMode(),
};
