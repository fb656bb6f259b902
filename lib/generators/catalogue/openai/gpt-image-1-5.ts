import { defineGenerator, promptFor, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { gptImageBilledUsd, gptImageFields } from "./gpt-image-fields";

export const gptImage15 = defineGenerator({
  provider: "openai",
  name: "openai-gpt-image-1-5",
  title: "GPT Image 1.5 (OpenAI)",
  description: "Generate images with GPT Image 1.5, on OpenAI.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "images.generate",
  source: {
    page: "https://developers.openai.com/api/reference/resources/images/methods/generate",
    readOn: "2026-11-26",
    unverified: "Its price was not found again",
  },
  deprecated: { on: "2026-12-01", use: "openai-gpt-image-2-6-flare" },
  model: "gpt-image-1.5",
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 32000 }),
    ...gptImageFields,
  }),
  rules: [transparentHasNoJpeg],
  constants: { model: "gpt-image-1.5" },
  output: "data[].url",
  costUsd: ({ quality, size, n }) => ({ low: 0.009, medium: 0.034, high: 0.133 })[quality] * (size === "1024x1024" || size === "auto" ? 1 : 1.5) * n,
  billedUsd: gptImageBilledUsd,
});
