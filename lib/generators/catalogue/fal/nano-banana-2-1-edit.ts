import { defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { nanoBanana21Fields, nanoBanana21Usd } from "./nano-banana-2-1-fields";
import { secondHand } from "./second-hand";

export const nanoBanana21Edit = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2-1-edit",
  title: "Nano Banana 2.1 Edit (fal)",
  description: "Edit and combine up to 14 images with Google's fast Gemini Nano Banana 2.1, on fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "google/nano-banana-2.1/edit",
  source: { page: "https://fal.ai/models/google/nano-banana-2.1/edit/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the edit.", { max: 50_000 }),
    image_urls: sourceImages(14),
    ...nanoBanana21Fields,
  }),
  output: "images[].url",
  costUsd: nanoBanana21Usd,
});
