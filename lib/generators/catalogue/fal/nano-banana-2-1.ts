import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { nanoBanana21Fields, nanoBanana21Usd } from "./nano-banana-2-1-fields";
import { secondHand } from "./second-hand";

export const nanoBanana21 = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2-1",
  title: "Nano Banana 2.1 (fal)",
  description: "Generate images of up to 4K with Google's fast Gemini Nano Banana 2.1, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "google/nano-banana-2.1",
  source: { page: "https://fal.ai/models/google/nano-banana-2.1/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 50_000 }),
    ...nanoBanana21Fields,
  }),
  output: "images[].url",
  costUsd: nanoBanana21Usd,
});
