import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { gptImage2AnySize, gptImage2EditFields, gptImage2Quality, gptImage2Usd } from "./gpt-image-2-fields";

export const gptImage2Edit = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-2-edit",
  title: "GPT Image 2 Edit",
  description: "Edit and combine up to 16 images with OpenAI's GPT Image 2, on fal.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "openai/gpt-image-2/edit",
  source: {
    page: "https://fal.ai/models/openai/gpt-image-2/edit/api",
    readOn: "2026-11-26",
    unverified: "What an image costs: fal bills by tokens, so the price is an estimate",
  },
  input: z.object({
    ...gptImage2EditFields,
    image_size: gptImage2AnySize("auto"),
    quality: gptImage2Quality(),
  }),
  output: "images[].url",
  costUsd: gptImage2Usd,
});
