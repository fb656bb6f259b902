import {
  aspectRatio,
  modelSeed,
  numImages,
  optionalChoice,
  outputFormat,
  resolution,
  safetyTolerance,
  webSearch,
} from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const nanoBanana2Fields = {
  num_images: numImages(4),
  aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "4:1", "1:4", "8:1", "1:8"], "auto"),
  resolution: resolution(["0.5K", "1K", "2K", "4K"], "1K"),
  seed: modelSeed(),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  safety_tolerance: safetyTolerance(6, "4"),
  enable_web_search: webSearch(),
  thinking_level: optionalChoice(["minimal", "high"], {
    title: "Thinking level",
    description: "How much the model reasons before generating.",
    isAdvanced: true,
  }),
};

const imageUsd = { "0.5K": 0.06, "1K": 0.08, "2K": 0.12, "4K": 0.16 };

/** An image by its size, then web search and high thinking. */
export const nanoBanana2Usd = (inputs: {
  num_images: number;
  resolution: keyof typeof imageUsd;
  enable_web_search: boolean;
  thinking_level?: string | null | undefined;
}) => imageUsd[inputs.resolution] * inputs.num_images + (inputs.enable_web_search ? 0.015 : 0) + (inputs.thinking_level === "high" ? 0.002 : 0);
