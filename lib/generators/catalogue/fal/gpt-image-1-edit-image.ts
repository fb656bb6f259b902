import { choice, defineGenerator, outputFormat, promptFor, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { type GptImagePrices, gptImageFields, gptImageUsd, gptInputTokens, upToCents } from "./gpt-image-fields";

const prices: GptImagePrices = { low: [0.011, 0.016, 0.016], medium: [0.042, 0.063, 0.063], high: [0.167, 0.25, 0.25] };

export const gptImage1EditImage = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-1-edit-image",
  title: "GPT Image 1 Edit",
  description: "Edit and combine images with OpenAI's GPT Image 1, on fal.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1/edit-image",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1/edit-image/api", readOn: "2026-11-26" },
  deprecated: { on: "2026-10-23", use: "fal-gpt-image-2-5-flare-edit" },
  input: z.object({
    ...gptImageFields,
    prompt: promptFor("Describe the edit.", { max: 32000 }),
    input_fidelity: choice(["low", "high"], "low", { title: "Input fidelity", description: "How closely to preserve the input images." }),
    background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Background of the image." }),
    quality: choice(["auto", "low", "medium", "high"], "auto", { title: "Quality", description: "Higher quality costs more and takes longer." }),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: ({ num_images, quality, image_size, image_urls, input_fidelity }) =>
    upToCents(gptImageUsd(prices, quality, image_size) * num_images + (gptInputTokens[input_fidelity] * image_urls.length * 0.005) / 1000),
});
