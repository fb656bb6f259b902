import { imageInputs, modelSeed, numImages, optionalImageSize, promptFor, safetyChecker } from "@/lib/generators/contract/declare";

/** fal's names for the sizes of Seedream's images. */
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

/** Those of Seedream 5 Lite. */
export const seedreamV5LiteSizes = [...seedreamSizes.filter((size) => size !== "auto_4K"), "auto_3K"] as const;

/** What the models of this family have in common. */
export const seedreamEditFields = {
  prompt: promptFor("Describe the edit."),
  image_sources: imageInputs({ title: "Images", description: "The images to edit.", max: 10, wire: "image_urls" }),
  num_images: numImages(6),
  image_size: optionalImageSize(seedreamSizes),
  seed: modelSeed(),
  enable_safety_checker: safetyChecker(),
};
