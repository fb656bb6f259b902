import { defineGenerator, z } from "@/lib/generators/contract/declare";
import {
  guidanceScale,
  modelSeed,
  numImages,
  optionalAspectRatio,
  outputFormat,
  promptFor,
  safetyTolerance,
  sourceImage,
} from "@/lib/generators/contract/model-fields";

export const fluxKontextMax = defineGenerator({
  provider: "fal",
  name: "fal-flux-kontext-max",
  title: "FLUX.1 Kontext [max]",
  description: "Edit an image with a prompt, using the strongest FLUX.1 Kontext by Black Forest Labs, on fal.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/flux-pro/kontext/max",
  source: { page: "https://fal.ai/models/fal-ai/flux-pro/kontext/max/api", readOn: "2026-11-26" },
  model: "flux-kontext-max",
  input: z.object({
    prompt: promptFor("Describe the edit."),
    image_url: sourceImage("The image to edit."),
    aspect_ratio: optionalAspectRatio(["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"]),
    num_images: numImages(4),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    safety_tolerance: safetyTolerance(6, "2"),
    guidance_scale: guidanceScale(1, 20, 3.5),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.08 * num_images,
});
