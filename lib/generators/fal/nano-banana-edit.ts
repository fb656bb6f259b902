import { defineGenerator, imageInputs, limitGenerations, numImages, optionalAspectRatio, outputFormat, promptFor, syncMode, z } from "../declare";

export const nanoBananaEdit = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-edit",
  title: "Nano Banana Edit",
  description: "Edit and combine images with Google's first Nano Banana, on fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana/edit",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana/edit/api", readOn: "2026-11-26" },
  deprecated: { note: "Google is retiring the model behind it", use: "fal-nano-banana-2-1-edit" },
  model: "nano-banana-edit",
  input: z.object({
    prompt: promptFor("Describe the edit."),
    image_sources: imageInputs({ title: "Images", description: "The images to edit.", max: 14, wire: "image_urls" }),
    num_images: numImages(4),
    aspect_ratio: optionalAspectRatio(["auto", "21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"]),
    output_format: outputFormat(["jpeg", "png", "webp"], "jpeg"),
    sync_mode: syncMode(),
    limit_generations: limitGenerations(false),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.039 * num_images,
});
