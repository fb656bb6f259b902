import { aspectRatio, defineGenerator, promptFor, z } from "../declare";
import { geminiImageFields } from "./gemini-image-fields";

export const gemini25FlashImage = defineGenerator({
  provider: "fal",
  name: "fal-gemini-25-flash-image",
  title: "Gemini 2.5 Flash Image",
  description: "Makes pictures from words. Gemini 2.5 Flash Image by Google, at fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/gemini-25-flash-image",
  source: { page: "https://fal.ai/models/fal-ai/gemini-25-flash-image/api", readOn: "2026-04-08" },
  input: z.object({
    ...geminiImageFields,
    prompt: promptFor("What the picture shows.", { min: 3, max: 5000 }),
    aspect_ratio: aspectRatio(["21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"], "1:1"),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.039 * num_images,
});
