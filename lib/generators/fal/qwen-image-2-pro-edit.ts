import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { imageInputs } from "../fields";
import {
  customImageSize,
  modelSeed,
  negativePrompt,
  numImages,
  outputFormat,
  promptExpansion,
  promptFor,
  safetyChecker,
  syncMode,
} from "../model-fields";

export const qwenImage2ProEdit = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-2-pro-edit",
  title: "Qwen Image 2 Pro Edit",
  description: "Changes pictures as the prompt says. Qwen Image 2 Pro Edit by Alibaba, at fal.",
  vendor: "Alibaba",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/qwen-image-2/pro/edit",
  source: { page: "https://fal.ai/models/fal-ai/qwen-image-2/pro/edit/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What to change, and how.", { max: 800 }),
    image_urls: imageInputs({ title: "Pictures", description: "What to work on.", max: 3 }),
    num_images: numImages(6),
    image_size: customImageSize({ usual: 512, min: 512, max: 2048 }).nullish(),
    negative_prompt: negativePrompt("", { max: 500 }),
    enable_prompt_expansion: promptExpansion(true),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
    seed: modelSeed({ min: 0, max: 2147483647 }),
    enable_safety_checker: safetyChecker(),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.075 * num_images,
});
