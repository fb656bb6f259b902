import { aspectRatio, defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { grokImagineImage2Fields, grokImagineImage2Usd, grokImagineRatios } from "./grok-imagine-image-2-fields";
import { secondHand } from "./second-hand";

export const grokImagineImage2 = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-image-2",
  title: "Grok Imagine Image 2",
  description: "Generate images with xAI's Grok Imagine, on fal.",
  vendor: "xAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "xai/grok-imagine-image/v2.0/text-to-image",
  source: { page: "https://fal.ai/models/xai/grok-imagine-image/v2.0/text-to-image/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 8000 }),
    aspect_ratio: aspectRatio(grokImagineRatios, "1:1"),
    ...grokImagineImage2Fields,
  }),
  output: "images[].url",
  costUsd: grokImagineImage2Usd,
});
