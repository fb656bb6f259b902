import { imageSize, modelSeed, promptFor, safetyChecker, syncMode } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const flux2Fields = {
  prompt: promptFor("Describe the image."),
  image_size: imageSize("landscape_4_3"),
  enable_safety_checker: safetyChecker(),
  seed: modelSeed(),
  sync_mode: syncMode(),
};
