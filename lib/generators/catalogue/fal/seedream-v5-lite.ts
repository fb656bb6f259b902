import { defineGenerator, numImages, optionalImageSize, promptFor, safetyChecker, syncMode, z } from "@/lib/generators/contract/declare";
import { seedreamV5LiteSizes } from "./seedream-edit-fields";

export const seedreamV5Lite = defineGenerator({
  provider: "fal",
  name: "fal-seedream-v5-lite",
  title: "Seedream 5 Lite",
  description: "Generate images with the fast version of ByteDance's Seedream 5, on fal.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "bytedance/seedream/v5/lite/text-to-image",
  source: {
    page: "https://fal.ai/models/bytedance/seedream/v5/lite/text-to-image/api",
    readOn: "2026-11-26",
    unverified: "Its address of today: fal's client lists the same inputs at the one before, with fal-ai/ in front",
  },
  input: z.object({
    prompt: promptFor("Describe the image."),
    num_images: numImages(6),
    image_size: optionalImageSize(seedreamV5LiteSizes),
    enable_safety_checker: safetyChecker(),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.035 * num_images,
});
