import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { imagenFields } from "./imagen-fields";

export const imagen4PreviewFast = defineGenerator({
  provider: "fal",
  name: "fal-imagen4-preview-fast",
  title: "Imagen 4 Fast",
  description: "Generate images fast and cheaply with Google's Imagen 4 Fast, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/imagen4/preview/fast",
  source: {
    page: "https://fal.ai/models/fal-ai/imagen4/preview/fast/api",
    readOn: "2026-11-26",
    unverified: "Its price, last read on 8 April 2026",
  },
  deprecated: { on: "2026-08-17", use: "fal-nano-banana-2-1" },
  input: z.object(imagenFields),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.02 * num_images,
});
