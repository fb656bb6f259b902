import { aspectRatio, defineGenerator, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";
import { nanoBananaProFields, nanoBananaProUsd } from "./nano-banana-pro-fields";

export const nanoBananaProEdit = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-pro-edit",
  title: "Nano Banana Pro Edit",
  description: "Edit and combine up to 14 images with Google's Gemini 3 Pro Image, on fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-pro/edit",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-pro/edit/api", readOn: "2026-11-26" },
  input: z.object({
    ...nanoBananaProFields,
    prompt: promptFor("Describe the edit.", { min: 3, max: 50000 }),
    image_sources: imageInputs({ title: "Images", description: "The images to edit.", max: 14, wire: "image_urls" }),
    aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"], "auto"),
  }),
  output: "images[].url",
  costUsd: nanoBananaProUsd,
});
