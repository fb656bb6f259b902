import { defineGenerator, syncMode, z } from "@/lib/generators/contract/declare";
import { seedreamEditFields } from "./seedream-edit-fields";

export const bytedanceSeedreamV45Edit = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedream-v45-edit",
  title: "Seedream 4.5 Edit",
  description: "Edit and combine up to 10 images with ByteDance's Seedream 4.5, on fal.",
  vendor: "ByteDance",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/bytedance/seedream/v4.5/edit",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedream/v4.5/edit/api", readOn: "2026-11-26" },
  input: z.object({
    ...seedreamEditFields,
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
