import { choice, defineGenerator, numImages, outputFormat, promptFor, syncMode, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { type GptImagePrices, gptImageUsd, upToCents } from "./gpt-image-fields";

const prices: GptImagePrices = { low: [0.005, 0.006, 0.006], medium: [0.011, 0.015, 0.015], high: [0.036, 0.052, 0.052] };

export const gptImage1Mini = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-1-mini",
  title: "GPT Image 1 mini",
  description: "Generate images cheaply with OpenAI's GPT Image 1 mini, on fal.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1-mini",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1-mini/api", readOn: "2026-11-26" },
  deprecated: { on: "2026-12-01", use: "fal-gpt-image-2-5-flare" },
  input: z.object({
    prompt: promptFor("Describe the image.", { min: 3, max: 5000 }),
    num_images: numImages(4),
    image_size: choice(["1024x1024", "1536x1024", "1024x1536"], "1024x1024", { title: "Size", description: "Dimensions of the image." }),
    background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Background of the image." }),
    quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher quality costs more and takes longer." }),
    output_format: outputFormat(["jpeg", "png", "webp"], "jpeg"),
    sync_mode: syncMode(),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: ({ num_images, quality, image_size }) => upToCents(gptImageUsd(prices, quality, image_size) * num_images),
});
