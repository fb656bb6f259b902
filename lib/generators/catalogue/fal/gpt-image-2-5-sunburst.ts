import { defineGenerator, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { gptImage2AnySize, gptImage2Fields, gptImage25Quality, gptImage25Usd, gptImageBackground } from "./gpt-image-2-fields";

export const gptImage25Sunburst = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-2-5-sunburst",
  title: "GPT Image 2.5 Sunburst (fal)",
  description: "Generate images in intricate detail with OpenAI's GPT Image 2.5 Sunburst, on fal.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "openai/gpt-image-2.5/sunburst/text-to-image",
  source: {
    page: "https://fal.ai/models/openai/gpt-image-2.5/sunburst/text-to-image/api",
    readOn: "2026-11-26",
    unverified: "Its inputs, which are from others who quote fal's schema, and its price: fal bills by tokens, and this is an estimate",
  },
  input: z.object({
    ...gptImage2Fields,
    image_size: gptImage2AnySize("landscape_4_3"),
    quality: gptImage25Quality(),
    background: gptImageBackground(),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: gptImage25Usd,
});
