import { aspectRatio, defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { grokImagineImage2Fields, grokImagineImage2Usd, grokImagineRatios } from "./grok-imagine-image-2-fields";
import { secondHand } from "./second-hand";

export const grokImagineImage2Edit = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-image-2-edit",
  title: "Grok Imagine Image 2 Edit",
  description: "Edit and combine up to 3 images with xAI's Grok Imagine, on fal.",
  vendor: "xAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "xai/grok-imagine-image/v2.0/edit",
  source: { page: "https://fal.ai/models/xai/grok-imagine-image/v2.0/edit/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the edit.", { max: 8000 }),
    image_urls: sourceImages(3),
    aspect_ratio: aspectRatio(["auto", ...grokImagineRatios], "auto"),
    ...grokImagineImage2Fields,
  }),
  output: "images[].url",
  costUsd: grokImagineImage2Usd,
});
