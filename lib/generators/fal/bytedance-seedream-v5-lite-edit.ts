import { defineGenerator, modelSeed, optionalImageSize, unused, z } from "../declare";
import { seedreamEditFields, seedreamSizes } from "./seedream-edit-fields";

export const bytedanceSeedreamV5LiteEdit = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedream-v5-lite-edit",
  title: "Seedream 5 Lite Edit",
  description: "Changes pictures as the prompt says. Seedream 5 Lite Edit by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/bytedance/seedream/v5/lite/edit",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedream/v5/lite/edit/api", readOn: "2026-11-26" },
  input: z.object({
    ...seedreamEditFields,
    image_size: optionalImageSize([...seedreamSizes.filter((size) => size !== "auto_4K"), "auto_3K"]),
    seed: modelSeed().meta({ description: unused.description, isSent: false }),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.035 * num_images,
});
