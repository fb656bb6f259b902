import { choice, defineGenerator, numImages, outputFormat, promptFor, transparentHasNoJpeg, z } from "../declare";
import { gptImage15Prices, gptImageUsd } from "./gpt-image-fields";

export const gptImage15 = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-1-5",
  title: "GPT Image 1.5",
  description: "Makes pictures from words. GPT Image 1.5 by OpenAI, at fal.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1.5",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1.5/api", readOn: "2026-11-25" },
  deprecated: { on: "2026-12-01", use: "fal-nano-banana-2" },
  input: z.object({
    prompt: promptFor("What the picture shows.", { min: 2 }),
    num_images: numImages(4),
    image_size: choice(["1024x1024", "1536x1024", "1024x1536"], "1024x1024", { title: "Size", description: "Shape and size of the picture." }),
    background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Of the picture." }),
    quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher costs more." }),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  }),
  rules: [transparentHasNoJpeg],
  output: "images[].url",
  costUsd: ({ num_images, quality, image_size }) => gptImageUsd(gptImage15Prices, quality, image_size) * num_images,
});
