import { defineGenerator, imageInput, z } from "../declare";

export const briaBackgroundRemove = defineGenerator({
  provider: "fal",
  name: "fal-bria-background-remove",
  title: "Bria Background Removal",
  description: "Cuts the subject of a picture out of its background. Bria Background Removal by Bria, at fal.",
  vendor: "Bria",
  task: "background-removal",
  artifactType: "image",
  endpoint: "fal-ai/bria/background/remove",
  source: { page: "https://fal.ai/models/fal-ai/bria/background/remove/api", readOn: "2026-11-25" },
  input: z.object({
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
  }),
  output: "image.url",
  costUsd: () => 0.018,
});
