import { defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { qwenImage3Fields, qwenImage3Usd } from "./qwen-image-3-fields";
import { secondHand } from "./second-hand";

export const qwenImage3Edit = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-3-edit",
  title: "Qwen Image 3 Edit",
  description: "Edit and combine up to 3 images while keeping faces and details, with Qwen Image 3, on fal.",
  vendor: "Alibaba",
  task: "image-edit",
  artifactType: "image",
  endpoint: "alibaba/qwen-image-3/edit",
  source: { page: "https://fal.ai/models/alibaba/qwen-image-3/edit/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the edit.", { max: 5000 }),
    image_urls: sourceImages(3),
    ...qwenImage3Fields,
  }),
  output: "images[].url",
  costUsd: qwenImage3Usd,
});
