import { flag, modelSeed, optionalAspectRatio, outputFormat, promptFor, safetyTolerance, sourceImage } from "@/lib/generators/contract/model-fields";

/** Ratios that an image can have. */
export const ratios = ["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"] as const;

/** Whether the prompt is expanded. */
export const enhancePrompt = () =>
  flag(false, {
    title: "Prompt upsampling",
    description: "Adds detail to your prompt before generating.",
    isAdvanced: true,
    wire: "prompt_upsampling",
  });

/** What the Kontext models have in common, which is all. */
export const kontextFields = {
  prompt: promptFor("Describe what to change."),
  image_url: sourceImage("The image to edit.", "input_image"),
  aspect_ratio: optionalAspectRatio(ratios),
  output_format: outputFormat(["jpeg", "png"], "jpeg"),
  safety_tolerance: safetyTolerance(6, "2"),
  seed: modelSeed(),
  enhance_prompt: enhancePrompt(),
};
