import { defineGenerator, z } from "../declare";
import { imagenFields } from "./imagen-fields";

export const imagen4PreviewFast = defineGenerator({
  provider: "fal",
  name: "fal-imagen4-preview-fast",
  title: "Imagen 4 Fast",
  description: "Makes pictures from words. Imagen 4 Fast by Google, at fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/imagen4/preview/fast",
  source: { page: "https://fal.ai/models/fal-ai/imagen4/preview/fast/api", readOn: "2026-04-08" },
  input: z.object(imagenFields),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.02 * num_images,
});
