import { defineGenerator, imageSize, promptFor, safetyChecker, z } from "@/lib/generators/contract/declare";

export const recraftV41 = defineGenerator({
  provider: "fal",
  name: "fal-recraft-v4-1",
  title: "Recraft V4.1 (fal)",
  description: "Generate images for design work, with clean composition, using Recraft 4.1, on fal.",
  vendor: "Recraft",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/recraft/v4.1/text-to-image",
  source: {
    page: "https://fal.ai/models/fal-ai/recraft/v4.1/text-to-image/api",
    readOn: "2026-11-26",
    unverified: "Its inputs, which are those that fal's client lists for Recraft 4, and its price, which is that of Recraft 4",
  },
  input: z.object({
    prompt: promptFor("Describe the image."),
    image_size: imageSize("square_hd"),
    enable_safety_checker: safetyChecker(),
  }),
  output: "images[].url",
  costUsd: () => 0.04,
});
