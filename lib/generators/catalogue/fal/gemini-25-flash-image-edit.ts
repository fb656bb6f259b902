import { aspectRatio, defineGenerator, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";
import { geminiImageFields } from "./gemini-image-fields";

export const gemini25FlashImageEdit = defineGenerator({
  provider: "fal",
  name: "fal-gemini-25-flash-image-edit",
  title: "Gemini 2.5 Flash Image Edit",
  description: "Edit and combine images with Google's Gemini 2.5 Flash Image, the first Nano Banana, on fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/gemini-25-flash-image/edit",
  source: {
    page: "https://fal.ai/models/fal-ai/gemini-25-flash-image/edit/api",
    readOn: "2026-11-26",
    unverified: "Its price, last read on 8 April 2026; inputs were compared with fal's client",
  },
  deprecated: { note: "Google is retiring the model behind it", use: "fal-nano-banana-2-1-edit" },
  input: z.object({
    ...geminiImageFields,
    prompt: promptFor("Describe the edit.", { min: 3, max: 5000 }),
    image_sources: imageInputs({ title: "Images", description: "The images to edit.", max: 14, wire: "image_urls" }),
    aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"], "auto").nullish(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.039 * num_images,
});
