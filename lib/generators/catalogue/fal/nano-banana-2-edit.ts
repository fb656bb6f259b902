import { defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { nanoBanana2Fields, nanoBanana2Usd } from "./nano-banana-2-fields";

export const nanoBanana2Edit = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2-edit",
  title: "Nano Banana 2 Edit",
  description: "Edit and combine up to 14 images with Google's Gemini 3.1 Flash Image, on fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-2/edit",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-2/edit/api", readOn: "2026-11-26" },
  deprecated: { note: "Google has replaced it with Nano Banana 2.1", use: "fal-nano-banana-2-1-edit" },
  input: z.object({
    prompt: promptFor("Describe the edit.", { min: 3, max: 50000 }),
    image_urls: sourceImages(14),
    ...nanoBanana2Fields,
  }),
  output: "images[].url",
  costUsd: nanoBanana2Usd,
});
