import { defineGenerator, numImages, resolution, z } from "@/lib/generators/contract/declare";
import { imagenFields } from "./imagen-fields";

export const imagen4Ultra = defineGenerator({
  provider: "fal",
  name: "fal-imagen4-ultra",
  title: "Imagen 4 Ultra",
  description: "Generate images that follow the prompt closely with Google's Imagen 4 Ultra, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/imagen4/preview/ultra",
  source: { page: "https://fal.ai/models/fal-ai/imagen4/preview/ultra/api", readOn: "2026-11-26" },
  deprecated: { on: "2026-08-17", use: "fal-nano-banana-2-1" },
  input: z.object({
    ...imagenFields,
    num_images: numImages(1),
    resolution: resolution(["1K", "2K"], "1K"),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.06 * num_images,
});
