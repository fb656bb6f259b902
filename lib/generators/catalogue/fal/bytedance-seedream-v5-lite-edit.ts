import { defineGenerator, modelSeed, optionalImageSize, unused, z } from "@/lib/generators/contract/declare";
import { seedreamEditFields, seedreamV5LiteSizes } from "./seedream-edit-fields";

export const bytedanceSeedreamV5LiteEdit = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedream-v5-lite-edit",
  title: "Seedream 5 Lite Edit",
  description: "Edit and combine up to 10 images with the fast version of ByteDance's Seedream 5, on fal.",
  vendor: "ByteDance",
  task: "image-edit",
  artifactType: "image",
  endpoint: "bytedance/seedream/v5/lite/edit",
  source: {
    page: "https://fal.ai/models/bytedance/seedream/v5/lite/edit/api",
    readOn: "2026-11-26",
    unverified: "Its address of today: fal's client lists the same inputs at the one before, with fal-ai/ in front",
  },
  input: z.object({
    ...seedreamEditFields,
    image_size: optionalImageSize(seedreamV5LiteSizes),
    seed: modelSeed().meta({ description: unused.description, isSent: false }),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.035 * num_images,
});
