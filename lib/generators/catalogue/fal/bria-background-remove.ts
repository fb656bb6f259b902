import { defineGenerator, imageInput, z } from "@/lib/generators/contract/declare";

export const briaBackgroundRemove = defineGenerator({
  provider: "fal",
  name: "fal-bria-background-remove",
  title: "Bria Background Removal",
  description: "Remove the background of an image with Bria's RMBG 2.0, trained on licensed data only, on fal.",
  vendor: "Bria",
  task: "background-removal",
  artifactType: "image",
  endpoint: "fal-ai/bria/background/remove",
  source: { page: "https://fal.ai/models/fal-ai/bria/background/remove/api", readOn: "2026-11-26" },
  input: z.object({
    image_url: imageInput({ title: "Image", description: "The image to cut out." }),
  }),
  output: "image.url",
  costUsd: () => 0.018,
});
