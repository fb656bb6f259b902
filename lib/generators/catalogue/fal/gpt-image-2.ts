import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { gptImage2Fields, gptImage2Quality, gptImage2Size, gptImage2Usd } from "./gpt-image-2-fields";

export const gptImage2 = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-2",
  title: "GPT Image 2",
  description: "Generate images with fine detail and lettering, using OpenAI's GPT Image 2, on fal.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "openai/gpt-image-2",
  source: {
    page: "https://fal.ai/models/openai/gpt-image-2/api",
    readOn: "2026-11-26",
    unverified: "What an image costs: fal bills by tokens, so the price is an estimate",
  },
  input: z.object({
    ...gptImage2Fields,
    image_size: gptImage2Size(),
    quality: gptImage2Quality(),
  }),
  output: "images[].url",
  costUsd: gptImage2Usd,
});
