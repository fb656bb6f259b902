import { aspectRatio, modelSeed, numImages, outputFormat, promptFor, safetyTolerance, unused, wordsOr } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const imagenFields = {
  prompt: promptFor("Describe the image."),
  aspect_ratio: aspectRatio(["1:1", "16:9", "9:16", "3:4", "4:3"], "1:1"),
  num_images: numImages(4),
  seed: modelSeed(),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  safety_tolerance: safetyTolerance(6, "4"),
  negative_prompt: wordsOr("", { ...unused, title: "Negative prompt" }),
};
