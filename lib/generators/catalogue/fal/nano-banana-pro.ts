import { aspectRatio, defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { nanoBananaProFields, nanoBananaProUsd } from "./nano-banana-pro-fields";

export const nanoBananaPro = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-pro",
  title: "Nano Banana Pro",
  description: "Generate images with complex layouts and lettering, using Google's Gemini 3 Pro Image, on fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-pro",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-pro/api", readOn: "2026-11-26" },
  model: "nano-banana-pro",
  input: z.object({
    ...nanoBananaProFields,
    prompt: promptFor("Describe the image.", { min: 3, max: 50000 }),
    aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"], "1:1"),
  }),
  output: "images[].url",
  costUsd: nanoBananaProUsd,
});
