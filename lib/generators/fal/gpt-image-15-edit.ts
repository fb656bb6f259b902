import { choice, defineGenerator, imageInput, outputFormat, promptFor, transparentHasNoJpeg, z } from "../declare";
import { gptImage15Prices, gptImageFields, gptImageUsd, gptInputTokens } from "./gpt-image-fields";

export const gptImage15Edit = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-15-edit",
  title: "GPT Image 1.5 Edit",
  description: "Changes pictures as the prompt says. GPT Image 1.5 Edit by OpenAI, at fal.",
  vendor: "OpenAI",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1.5/edit",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1.5/edit/api", readOn: "2026-11-25" },
  deprecated: { on: "2026-12-01", use: "fal-nano-banana-2-edit" },
  input: z.object({
    ...gptImageFields,
    prompt: promptFor("What to change, and how.", { min: 2, max: 32000 }),
    mask_image_url: imageInput({ title: "Mask", description: "White where the picture may change." }).nullish(),
    quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher costs more." }),
    input_fidelity: choice(["low", "high"], "high", { title: "Fidelity", description: "How closely the input pictures are kept." }),
    background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Of the picture." }),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: ({ num_images, quality, image_size, image_urls, input_fidelity }) =>
    gptImageUsd(gptImage15Prices, quality, image_size) * num_images + (gptInputTokens[input_fidelity] * image_urls.length * 0.008) / 1000,
});
