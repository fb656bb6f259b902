import { defineGenerator, limitGenerations, promptFor, syncMode, z } from "@/lib/generators/contract/declare";
import { nanoBanana2Fields, nanoBanana2Usd } from "./nano-banana-2-fields";

export const nanoBanana2 = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2",
  title: "Nano Banana 2",
  description: "Generate images with Google's Gemini 3.1 Flash Image, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-2",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-2/api", readOn: "2026-11-26" },
  deprecated: { note: "Google has replaced it with Nano Banana 2.1", use: "fal-nano-banana-2-1" },
  input: z.object({
    prompt: promptFor("Describe the image.", { min: 3, max: 50000 }),
    ...nanoBanana2Fields,
    limit_generations: limitGenerations(true),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: nanoBanana2Usd,
});
