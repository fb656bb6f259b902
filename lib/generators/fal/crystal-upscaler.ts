import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { imageInput } from "../fields";
import { whole } from "../model-fields";

export const crystalUpscaler = defineGenerator({
  provider: "fal",
  name: "fal-crystal-upscaler",
  title: "Crystal Upscaler",
  description: "Makes a picture larger and sharper. Crystal Upscaler by Clarity AI, at fal.",
  vendor: "Clarity AI",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "fal-ai/crystal-upscaler",
  source: { page: "https://fal.ai/models/fal-ai/crystal-upscaler/api", readOn: "2026-04-08" },
  input: z.object({
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    scale_factor: whole(1, 200, 2, { title: "Enlargement", description: "Times as wide and high." }),
  }),
  output: "images[].url",
  costUsd: () => 0.05,
});
