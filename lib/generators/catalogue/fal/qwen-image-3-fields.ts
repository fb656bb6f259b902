import {
  customImageSize,
  modelSeed,
  negativePrompt,
  numImages,
  outputFormat,
  promptExpansion,
  safetyChecker,
} from "@/lib/generators/contract/declare";
import { pixelsOf } from "./image-cost";

/** What both endpoints of Qwen Image 3 have in common. https://fal.ai/models/alibaba/qwen-image-3/edit/api, as others quote it (2026-11-26); see second-hand.ts */
export const qwenImage3Fields = {
  num_images: numImages(4),
  image_size: customImageSize({ min: 512, max: 2048 }).nullish(),
  negative_prompt: negativePrompt(null, { max: 500 }),
  enable_prompt_expansion: promptExpansion(true),
  output_format: outputFormat(["png", "jpeg"], "png"),
  enable_safety_checker: safetyChecker(),
  seed: modelSeed({ min: 0, max: 2147483647 }),
};

/** $0.04 an image, and $0.075 above 2.25 megapixels. */
export const qwenImage3Usd = (inputs: { num_images: number; image_size?: Parameters<typeof pixelsOf>[0] }) =>
  (pixelsOf(inputs.image_size) > 2_250_000 ? 0.075 : 0.04) * inputs.num_images;
