import { aspectRatio, defineGenerator, imageInputs, promptFor, z } from "../declare";
import { geminiImageFields } from "./gemini-image-fields";

export const gemini25FlashImageEdit = defineGenerator({
  provider: "fal",
  name: "fal-gemini-25-flash-image-edit",
  title: "Gemini 2.5 Flash Image Edit",
  description: "Changes pictures as the prompt says. Gemini 2.5 Flash Image Edit by Google, at fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/gemini-25-flash-image/edit",
  source: { page: "https://fal.ai/models/fal-ai/gemini-25-flash-image/edit/api", readOn: "2026-04-08" },
  input: z.object({
    ...geminiImageFields,
    prompt: promptFor("What to change, and how.", { min: 3, max: 5000 }),
    image_sources: imageInputs({ title: "Pictures", description: "What to work on.", max: 14, wire: "image_urls" }),
    aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"], "auto").nullish(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.039 * num_images,
});
