import { defineGenerator, imageInput, numImages, outputFormat, promptFor, syncMode, z } from "@/lib/generators/contract/declare";
import { unlisted } from "./unlisted";

export const reveEdit = defineGenerator({
  provider: "fal",
  name: "fal-reve-edit",
  title: "Reve Edit",
  description: "Edit an image with a prompt, using Reve, on fal.",
  vendor: "Reve",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/reve/edit",
  source: {
    page: "https://fal.ai/models/fal-ai/reve/edit/api",
    readOn: "2026-11-25",
    unverified: "All of it: fal's client and model list no longer have it",
  },
  deprecated: unlisted("fal-nano-banana-2-1-edit"),
  input: z.object({
    prompt: promptFor("Describe the edit.", { max: 2560 }),
    image_url: imageInput({ title: "Image", description: "The image to edit." }),
    num_images: numImages(4),
    output_format: outputFormat(["png", "jpeg", "webp"], "png"),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
