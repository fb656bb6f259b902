import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { imageInput } from "../fields";
import { flag, guidanceScale, modelSeed, numImages, optionalAspectRatio, outputFormat, promptFor, safetyTolerance, syncMode } from "../model-fields";

export const fluxProKontext = defineGenerator({
  provider: "fal",
  name: "fal-flux-pro-kontext",
  title: "FLUX.1 Kontext [pro]",
  description: "Changes pictures as the prompt says. FLUX.1 Kontext [pro] by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/flux-pro/kontext",
  source: { page: "https://fal.ai/models/fal-ai/flux-pro/kontext/api", readOn: "2026-11-25" },
  model: "flux-kontext-pro",
  input: z.object({
    prompt: promptFor("What to change, and how."),
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    aspect_ratio: optionalAspectRatio(["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"]),
    num_images: numImages(4),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    sync_mode: syncMode(),
    safety_tolerance: safetyTolerance(6, "2"),
    guidance_scale: guidanceScale(1, 20, 3.5),
    seed: modelSeed(),
    enhance_prompt: flag(false, { title: "Enhance the prompt", description: "Lets the provider improve the prompt.", isAdvanced: true }),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
