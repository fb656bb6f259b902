import { choice, defineGenerator, imageInput, outputFormat, promptFor, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { gptImage15Prices, gptImageFields, gptImageUsd, gptInputTokens } from "./gpt-image-fields";

export const gptImage15Edit = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-15-edit",
  title: "GPT Image 1.5 Edit",
  description: "Edit and combine images with OpenAI's GPT Image 1.5, on fal.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1.5/edit",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1.5/edit/api", readOn: "2026-11-26" },
  deprecated: { on: "2026-12-01", use: "fal-gpt-image-2-5-flare-edit" },
  input: z.object({
    ...gptImageFields,
    prompt: promptFor("Describe the edit.", { min: 2, max: 32000 }),
    mask_image_url: imageInput({ title: "Mask", description: "Marks the area to edit." }).nullish(),
    quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher quality costs more and takes longer." }),
    input_fidelity: choice(["low", "high"], "high", { title: "Input fidelity", description: "How closely to preserve the input images." }),
    background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Background of the image." }),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: ({ num_images, quality, image_size, image_urls, input_fidelity }) =>
    gptImageUsd(gptImage15Prices, quality, image_size) * num_images + (gptInputTokens[input_fidelity] * image_urls.length * 0.008) / 1000,
});
