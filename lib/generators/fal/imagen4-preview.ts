import { defineGenerator, resolution, z } from "../declare";
import { imagenFields } from "./imagen-fields";

export const imagen4Preview = defineGenerator({
  provider: "fal",
  name: "fal-imagen4-preview",
  title: "Imagen 4",
  description: "Makes pictures from words. Imagen 4 by Google, at fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/imagen4/preview",
  source: { page: "https://fal.ai/models/fal-ai/imagen4/preview/api", readOn: "2026-11-25" },
  input: z.object({
    ...imagenFields,
    resolution: resolution(["1K", "2K"], "1K"),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
