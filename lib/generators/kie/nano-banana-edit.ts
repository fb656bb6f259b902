import { choice, defineGenerator, imageInputs, outputFormat, promptFor, z } from "../declare";

export const nanoBananaEdit = defineGenerator({
  provider: "kie",
  name: "kie-nano-banana-edit",
  title: "Nano Banana Edit (Kie)",
  description: "Changes pictures as the prompt says. Nano Banana Edit by Google, at Kie.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "market:google/nano-banana-edit",
  source: { page: "https://docs.kie.ai/market/google/nano-banana-edit", readOn: "2026-11-25" },
  model: "nano-banana-edit",
  input: z.object({
    prompt: promptFor("What to change, and how.", { max: 5000 }),
    image_sources: imageInputs({ title: "Pictures", description: "What to work on.", max: 10, wire: "image_urls" }),
    image_size: choice(["1:1", "9:16", "16:9", "3:4", "4:3", "3:2", "2:3", "5:4", "4:5", "21:9", "auto"], "1:1", {
      title: "Size",
      description: "Shape and size of the picture.",
      wire: "aspect_ratio",
    }),
    output_format: outputFormat(["png", "jpeg"], "png"),
  }),
  output: "resultJson.resultUrls[] | resultJson.images[].url | resultJson.image_urls[] | resultJson.url",
  costUsd: () => 0.02,
});
