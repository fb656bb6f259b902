import { defineGenerator, modelSeed, numImages, optionalImageSize, promptFor, safetyChecker, z } from "@/lib/generators/contract/declare";
import { seedreamSizes } from "./seedream-edit-fields";

export const seedreamV45TextToImage = defineGenerator({
  provider: "fal",
  name: "fal-seedream-v45-text-to-image",
  title: "Seedream 4.5",
  description: "Generate images at up to 4K with ByteDance's Seedream 4.5, on fal.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/bytedance/seedream/v4.5/text-to-image",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedream/v4.5/text-to-image/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    num_images: numImages(6),
    image_size: optionalImageSize(seedreamSizes),
    seed: modelSeed(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
