import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { imageInputs } from "../fields";
import {
  acceleration,
  customImageSize,
  guidanceScale,
  inferenceSteps,
  modelSeed,
  numImages,
  outputFormat,
  promptExpansion,
  promptFor,
  safetyChecker,
  syncMode,
} from "../model-fields";
import { megapixels } from "./picture-cost";

export const flux2Edit = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-edit",
  title: "FLUX.2 [dev] Edit",
  description: "Changes pictures as the prompt says. FLUX.2 [dev] Edit by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/flux-2/edit",
  source: { page: "https://fal.ai/models/fal-ai/flux-2/edit/api", readOn: "2026-05-12" },
  input: z.object({
    prompt: promptFor("What to change, and how."),
    image_sources: imageInputs({ title: "Pictures", description: "What to work on.", max: 4, wire: "image_urls" }),
    num_images: numImages(4),
    image_size: customImageSize({ min: 512, max: 2048 }).nullish(),
    acceleration: acceleration("regular"),
    num_inference_steps: inferenceSteps(4, 50, 28),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
    guidance_scale: guidanceScale(0, 20, 2.5),
    seed: modelSeed(),
    enable_prompt_expansion: promptExpansion(false),
    enable_safety_checker: safetyChecker(),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  // Every input counts as one megapixel.
  costUsd: ({ num_images, image_size, image_sources }) => 0.012 * (image_sources.length + megapixels(image_size) * num_images),
});
