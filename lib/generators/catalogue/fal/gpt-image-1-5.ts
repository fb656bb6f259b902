import { choice, defineGenerator, numImages, outputFormat, promptFor, transparentHasNoJpeg, z } from "@/lib/generators/contract/declare";
import { gptImage15Prices, gptImageUsd } from "./gpt-image-fields";

export const gptImage15 = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-1-5",
  title: "GPT Image 1.5",
  description: "Generate images with OpenAI's GPT Image 1.5, on fal.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1.5",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1.5/api", readOn: "2026-11-26" },
  deprecated: { on: "2026-12-01", use: "fal-gpt-image-2-5-flare" },
  input: z.object({
    prompt: promptFor("Describe the image.", { min: 2 }),
    num_images: numImages(4),
    image_size: choice(["1024x1024", "1536x1024", "1024x1536"], "1024x1024", { title: "Size", description: "Dimensions of the image." }),
    background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Background of the image." }),
    quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher quality costs more and takes longer." }),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: ({ num_images, quality, image_size }) => gptImageUsd(gptImage15Prices, quality, image_size) * num_images,
});
