import { imageInputs, modelSeed, numImages, optionalImageSize, promptFor, safetyChecker } from "../declare";

/** fal's names for the sizes of Seedream's pictures. */
export const seedreamSizes = [
  "square_hd",
  "square",
  "portrait_4_3",
  "portrait_16_9",
  "landscape_4_3",
  "landscape_16_9",
  "auto_2K",
  "auto_4K",
] as const;

/** What the models of this family have in common. */
export const seedreamEditFields = {
  prompt: promptFor("What to change, and how."),
  image_sources: imageInputs({ title: "Pictures", description: "What to work on.", max: 10, wire: "image_urls" }),
  num_images: numImages(6),
  image_size: optionalImageSize(seedreamSizes),
  seed: modelSeed(),
  enable_safety_checker: safetyChecker(),
};
