import { defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { imagenFields } from "./imagen-fields";

export const imagen4Preview = defineGenerator({
  provider: "fal",
  name: "fal-imagen4-preview",
  title: "Imagen 4",
  description: "Generate images with Google's Imagen 4, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/imagen4/preview",
  source: { page: "https://fal.ai/models/fal-ai/imagen4/preview/api", readOn: "2026-11-26" },
  deprecated: { on: "2026-08-17", use: "fal-nano-banana-2-1" },
  input: z.object({
    ...imagenFields,
    resolution: resolution(["1K", "2K"], "1K"),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
