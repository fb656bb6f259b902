import { defineGenerator, imageInput, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { gptImage2AnySize, gptImage2EditFields, gptImage25Quality, gptImage25Usd, gptImageBackground } from "./gpt-image-2-fields";

export const gptImage25SunburstEdit = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-2-5-sunburst-edit",
  title: "GPT Image 2.5 Sunburst Edit (fal)",
  description: "Edit and combine up to 16 images precisely with OpenAI's GPT Image 2.5 Sunburst, on fal.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "openai/gpt-image-2.5/sunburst/edit",
  source: {
    page: "https://fal.ai/models/openai/gpt-image-2.5/sunburst/edit/api",
    readOn: "2026-11-26",
    unverified: "Its inputs, which are from others who quote fal's schema, and its price: fal bills by tokens, and this is an estimate",
  },
  input: z.object({
    ...gptImage2EditFields,
    image_size: gptImage2AnySize("auto"),
    quality: gptImage25Quality(),
    background: gptImageBackground(),
    mask_url: imageInput({ title: "Mask", description: "Marks the area to edit." }).nullish(),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: gptImage25Usd,
});
