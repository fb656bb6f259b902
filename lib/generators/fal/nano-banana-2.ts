import { defineGenerator, limitGenerations, promptFor, syncMode, z } from "../declare";
import { nanoBanana2Fields, nanoBanana2Usd } from "./nano-banana-2-fields";

export const nanoBanana2 = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2",
  title: "Nano Banana 2",
  description: "Makes pictures from words. Nano Banana 2 by Google, at fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-2",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-2/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows.", { min: 3, max: 50000 }),
    ...nanoBanana2Fields,
    limit_generations: limitGenerations(true),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: nanoBanana2Usd,
});
