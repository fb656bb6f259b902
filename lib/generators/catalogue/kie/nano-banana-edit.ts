import { choice, defineGenerator, imageInputs, outputFormat, promptFor, z } from "@/lib/generators/contract/declare";

export const nanoBananaEdit = defineGenerator({
  provider: "kie",
  name: "kie-nano-banana-edit",
  title: "Nano Banana Edit (Kie)",
  description: "Edit images with Google's Nano Banana, on Kie.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "market:google/nano-banana-edit",
  source: { page: "https://docs.kie.ai/market/google/nano-banana-edit", readOn: "2026-11-25" },
  model: "nano-banana-edit",
  input: z.object({
    prompt: promptFor("Describe what to change.", { max: 5000 }),
    image_sources: imageInputs({ title: "Images", description: "Images to edit, up to 10.", max: 10, wire: "image_urls" }),
    image_size: choice(["1:1", "9:16", "16:9", "3:4", "4:3", "3:2", "2:3", "5:4", "4:5", "21:9", "auto"], "1:1", {
      title: "Aspect ratio",
      description: "Width to height of the image.",
      wire: "aspect_ratio",
    }),
    output_format: outputFormat(["png", "jpeg"], "png"),
  }),
  output: "resultJson.resultUrls[] | resultJson.images[].url | resultJson.image_urls[] | resultJson.url",
  costUsd: () => 0.02,
});
