import { defineGenerator, promptFor, sourceImages, z } from "../declare";
import { nanoBanana2Fields, nanoBanana2Usd } from "./nano-banana-2-fields";

export const nanoBanana2Edit = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2-edit",
  title: "Nano Banana 2 Edit",
  description: "Changes pictures as the prompt says, with Nano Banana 2 by Google, at fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-2/edit",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-2/edit/api", readOn: "2026-08-09" },
  input: z.object({
    prompt: promptFor("What to change, and how.", { min: 3, max: 50000 }),
    image_urls: sourceImages(14),
    ...nanoBanana2Fields,
  }),
  output: "images[].url",
  costUsd: nanoBanana2Usd,
});
