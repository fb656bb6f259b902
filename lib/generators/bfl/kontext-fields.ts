import { flag, modelSeed, optionalAspectRatio, outputFormat, promptFor, safetyTolerance, sourceImage } from "../model-fields";

/** Shapes that a picture can have. */
export const ratios = ["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"] as const;

/** Whether the prompt is written out. */
export const enhancePrompt = () =>
  flag(false, {
    title: "Enhance the prompt",
    description: "Lets the provider improve the prompt.",
    isAdvanced: true,
    wire: "prompt_upsampling",
  });

/** What the Kontext models have in common, which is all. */
export const kontextFields = {
  prompt: promptFor("What to change, and how."),
  image_url: sourceImage("What to work on.", "input_image"),
  aspect_ratio: optionalAspectRatio(ratios),
  output_format: outputFormat(["jpeg", "png"], "jpeg"),
  safety_tolerance: safetyTolerance(6, "2"),
  seed: modelSeed(),
  enhance_prompt: enhancePrompt(),
};
