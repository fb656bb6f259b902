import { defineGenerator, imageInput, z } from "@/lib/generators/contract/declare";

export const ideogramRemoveBackground = defineGenerator({
  provider: "ideogram",
  name: "ideogram-remove-background",
  title: "Ideogram Remove Background",
  description: "Cuts the subject of an image out, on a transparent background, at Ideogram.",
  vendor: "Ideogram",
  task: "background-removal",
  artifactType: "image",
  endpoint: "image/remove-background/ideogram-1",
  source: { page: "https://developer.ideogram.ai/api-reference/images/remove-background/ideogram-1", readOn: "2026-11-26" },
  input: z.object({ image: imageInput({ title: "Image", description: "What to cut out, up to 25 MB." }) }),
  output: "data[].url",
  // https://ideogram.ai/blog/ideogram-api-pricing (read 2026-11-26, prices of 2026-11-16)
  costUsd: () => 0.01,
});
