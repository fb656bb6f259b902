import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { qwenImage3Fields, qwenImage3Usd } from "./qwen-image-3-fields";
import { secondHand } from "./second-hand";

export const qwenImage3 = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-3",
  title: "Qwen Image 3",
  description: "Generate images of up to 2048 × 2048 with good lettering, using Alibaba's Qwen Image 3, on fal.",
  vendor: "Alibaba",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "alibaba/qwen-image-3/text-to-image",
  source: { page: "https://fal.ai/models/alibaba/qwen-image-3/text-to-image/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 5000 }),
    ...qwenImage3Fields,
  }),
  output: "images[].url",
  costUsd: qwenImage3Usd,
});
