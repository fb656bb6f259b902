import { aspectRatio, modelSeed, negativePrompt, numImages, promptFor } from "../model-fields";

/** What the models of this family have in common. */
export const imagenFields = {
  prompt: promptFor("What the picture shows."),
  aspect_ratio: aspectRatio(["1:1", "16:9", "9:16", "3:4", "4:3"], "1:1"),
  num_images: numImages(4),
  seed: modelSeed(),
  negative_prompt: negativePrompt(""),
};
