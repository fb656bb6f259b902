import { defineGenerator, imageInput, z } from "@/lib/generators/contract/declare";

export const recraftCrispUpscale = defineGenerator({
  provider: "recraft",
  name: "recraft-crisp-upscale",
  title: "Recraft Crisp Upscale",
  description: "Enlarges an image and keeps its edges sharp, at Recraft.",
  vendor: "Recraft",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "images/crispUpscale",
  source: { page: "https://www.recraft.ai/docs/api-reference/endpoints", readOn: "2026-11-26" },
  input: z.object({
    image: imageInput({ title: "Image", description: "What to enlarge: up to 10 MB, sides of 256 to 4096 pixels.", wire: "image_url" }),
  }),
  output: "image.url",
  costUsd: () => 0.004,
});
