import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { numImages, outputFormat, promptFor, syncMode } from "../model-fields";

export const gptImage1Mini = defineGenerator({
  provider: "fal",
  name: "fal-gpt-image-1-mini",
  title: "GPT Image 1 mini",
  description: "Makes pictures from words. GPT Image 1 mini by OpenAI, at fal.",
  vendor: "OpenAI",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/gpt-image-1-mini",
  source: { page: "https://fal.ai/models/fal-ai/gpt-image-1-mini/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What the picture shows.", { min: 3, max: 5000 }),
    num_images: numImages(4),
    output_format: outputFormat(["jpeg", "png", "webp"], "jpeg"),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.01 * num_images,
});
